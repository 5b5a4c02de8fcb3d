import { isTold, startSpan } from '../telemetry.ts'

const MOST_CHARACTERS = 2000

/** The statement without what stands in quotes; values are parameters and never part of it. */
const withoutTexts = (text: string): string =>
  text
    .replace(/'(?:[^']|'')*'/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS)

/** Sends a statement as it is asked to, and tells how long it took. `rest` are the driver's further arguments. */
export function tellStatement(
  text: string | undefined,
  rest: readonly unknown[],
  send: (rest: readonly unknown[]) => unknown,
): unknown {
  if (text === undefined || !isTold()) return send(rest)
  const plain = withoutTexts(text)
  const operation = /^\w+/.exec(plain)?.[0].toUpperCase() ?? 'SQL'
  const span = startSpan({
    name: operation,
    kind: 'statement',
    facts: { 'db.system.name': 'postgresql', 'db.operation.name': operation, 'db.query.text': plain },
  })
  const callback = rest.at(-1)
  if (typeof callback === 'function') {
    const done = (error: unknown, ...results: unknown[]) => {
      span.end(error ?? undefined)
      ;(callback as (...given: unknown[]) => void)(error, ...results)
    }
    return send([...rest.slice(0, -1), done])
  }
  const sent = send(rest)
  if (!(sent instanceof Promise)) {
    span.end()
    return sent
  }
  sent.then(
    () => span.end(),
    (error: unknown) => span.end(error ?? 'unknown'),
  )
  return sent
}
