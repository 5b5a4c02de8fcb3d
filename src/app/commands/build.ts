import { buildWeb } from '../build-web.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '',
  summary: 'Builds the web app. `start` does so by itself when it is missing or out of date.',
  async run() {
    await buildWeb()
    return 0
  },
}
