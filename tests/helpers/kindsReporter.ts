import type { Reporter, TestModule } from 'vitest/node'

/** Says how many tests of each kind ran, and closes with a line that a machine can read. */
export class KindsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const kinds = new Map<string, { passed: number; failed: number; skipped: number }>()
    let broken = 0
    for (const module of modules) {
      const kind = kindOf(module)
      const count = kinds.get(kind) ?? { passed: 0, failed: 0, skipped: 0 }
      kinds.set(kind, count)
      if (module.errors().length > 0) broken += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed' || state === 'failed') count[state] += 1
        else count.skipped += 1
      }
    }
    const all = [...kinds].sort(([a], [b]) => a.localeCompare(b))
    const sum = (key: 'passed' | 'failed') => all.reduce((total, [, count]) => total + count[key], 0)
    const lines = all.map(([kind, { passed, failed, skipped }]) => {
      const rest = [failed ? `${failed} failed` : '', skipped ? `${skipped} skipped` : ''].filter(Boolean)
      return `  ${kind.padEnd(12)} ${[`${passed} passed`, ...rest].join(', ')}`
    })
    process.stdout.write(`\nTests by kind\n${lines.join('\n')}\n\n`)
    process.stdout.write(`${sum('passed')} passed, ${sum('failed') + broken} failed\n`)
  }
}

/** The folder below tests/: domain, shapes, conformance, sync, server, e2e … */
function kindOf(module: TestModule): string {
  return /\/tests\/([^/]+)\//.exec(module.moduleId)?.[1] ?? 'other'
}
