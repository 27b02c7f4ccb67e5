import type { Framework } from '../../src/domain/steps.ts'
import { sevenSteps } from './seven-steps.ts'

/** Every framework. To add one: its file, and a line here. */
export const frameworks: readonly Framework[] = [sevenSteps]
