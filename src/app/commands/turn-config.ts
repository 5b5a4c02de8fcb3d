import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { type Command, StartError, UsageError } from './command.ts'

export const command: Command = {
  usage: '[--port 3478] [--external-ip ADDRESS]',
  summary: 'Prints the configuration of a coturn relay for the video rooms; needs NARU_TURN_SECRET.',
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string', default: '3478' }, 'external-ip': { type: 'string' } },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError('--port must be a port number.')
    const externalAddress = values['external-ip'] ?? null
    if (externalAddress !== null && isIP(externalAddress) === 0) {
      throw new UsageError('--external-ip must be an IPv4 or IPv6 address.')
    }
    const [{ readConfig }, { relayConfiguration }] = await Promise.all([
      import('../../platform/config.ts'),
      import('../../modules/rooms/index.ts'),
    ])
    const { rooms, baseUrl } = readConfig()
    if (rooms.turn === null) throw new StartError('Set NARU_TURN_URLS and NARU_TURN_SECRET first.')
    const { secret } = rooms.turn
    process.stdout.write(relayConfiguration({ secret, realm: new URL(baseUrl).hostname, port, externalAddress }))
    return 0
  },
}
