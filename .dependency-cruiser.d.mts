import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser'

export const STAGES: readonly string[]

declare const config: {
  forbidden: (IForbiddenRuleType & { name: string })[]
  options: NonNullable<IConfiguration['options']>
}
export default config
