import process from 'node:process'

/** Longest that an orderly end may take: a container is killed after ten seconds as a rule. */
const STOP_MS = 9000

/** Resolves on the first SIGTERM or SIGINT; a second one, or an end that takes too long, ends the process at once. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false
    const onSignal = () => {
      if (isStopping) process.exit(1)
      isStopping = true
      setTimeout(() => process.exit(1), STOP_MS).unref()
      resolve()
    }
    process.on('SIGTERM', onSignal)
    process.on('SIGINT', onSignal)
  })
}
