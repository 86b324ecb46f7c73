// A vitest reporter that counts: it writes {passed, failed, skipped: [{name, reason}], broken: [name]} to the file that
// ZHENGMAI_TEST_SUMMARY names. vitest's JSON reporter knows no reasons of skips.
import { writeFileSync } from 'node:fs'

export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const summary = { passed: 0, failed: 0, skipped: [], broken: [] }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, note } = test.result()
        if (state === 'passed') summary.passed++
        else if (state === 'failed') summary.failed++
        else summary.skipped.push({ name: test.fullName, reason: note ?? null })
      }
      // a file that cannot be loaded, or a hook that fails, has no failed test of its own
      if (module.state() === 'failed' && ![...module.children.allTests('failed')].length) {
        summary.broken.push(module.relativeModuleId)
      }
    }
    for (const error of unhandledErrors) summary.broken.push(error.message)
    writeFileSync(process.env.ZHENGMAI_TEST_SUMMARY, JSON.stringify(summary))
  }
}
