import { relative, resolve } from 'node:path'
import process from 'node:process'
import ts from 'typescript'

export interface FloatingPromise {
  readonly path: string
  readonly line: number
  readonly text: string
}

/** A promise of any make: what `await` would wait for. */
function isPromise(checker: ts.TypeChecker, type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some((part) => isPromise(checker, part))
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return false
  const then = checker.getPropertyOfType(type, 'then')
  return then !== undefined && checker.getTypeOfSymbol(then).getCallSignatures().length > 0
}

/** `p.catch(f)` and `p.then(a, b)` are looked after; `p.then(a)` and `p.finally(f)` are not. */
function isHandled(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false
  const method = expression.expression.name.text
  if (method === 'catch') return expression.arguments.length > 0
  if (method === 'then') return expression.arguments.length > 1
  return method === 'finally' && isHandled(expression.expression.expression)
}

/**
 * Statements that start work and neither await it nor catch its failure: `save(row)` where `await save(row)`
 * was meant. `void save(row)` says that the failure is handled elsewhere.
 */
export function findFloatingPromises(program: ts.Program, isOurs: (path: string) => boolean): FloatingPromise[] {
  const checker = program.getTypeChecker()
  const found: FloatingPromise[] = []
  for (const file of program.getSourceFiles()) {
    if (!isOurs(file.fileName)) continue
    const visit = (node: ts.Node): void => {
      if (ts.isExpressionStatement(node)) {
        const { expression } = node
        const startsWork = ts.isCallExpression(expression) || ts.isNewExpression(expression)
        if (startsWork && !isHandled(expression) && isPromise(checker, checker.getTypeAtLocation(expression))) {
          const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
          found.push({ path: file.fileName, line: line + 1, text: node.getText(file).split('\n')[0]! })
        }
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile)
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const ours = new Set(fileNames)
  const program = ts.createProgram(fileNames, options)
  const found = findFloatingPromises(program, (path) => ours.has(path))
  for (const { path, line, text } of found) {
    console.log(`${relative(root, path)}:${line}  ${text}\n    Await it, catch its failure, or write void and say why.`)
  }
  console.log(`${fileNames.length} files, ${found.length} dropped promises`)
  process.exitCode = found.length > 0 || fileNames.length === 0 ? 1 : 0
}
