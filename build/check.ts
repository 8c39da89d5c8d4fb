import { runCommand } from './run-command.ts'

const CHECKS: readonly { readonly name: string; readonly command: readonly [string, ...string[]] }[] = [
  { name: 'types, shared', command: ['tsc', '-p', 'shared'] },
  { name: 'types, electron', command: ['tsc', '-p', 'electron'] },
  { name: 'types, renderer', command: ['tsc', '-p', 'renderer'] },
  { name: 'types, tests and build', command: ['tsc', '-p', 'tests'] },
  { name: 'lint (type-aware)', command: ['oxlint', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'structure', command: ['vitest', 'run', 'tests/structure.test.ts'] },
]

let failed = 0
for (const { name, command } of CHECKS) {
  const [program, ...programArguments] = command
  const { code } = await runCommand(`node_modules/.bin/${program}`, programArguments)
  if (code !== 0) failed += 1
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`)
}
process.exit(failed === 0 ? 0 : 1)
