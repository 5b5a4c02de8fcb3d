import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { roomsContract } from '../contract.ts'
import { type LogFile, exportLogs, printLog } from '../queries/log-form.ts'
import { type LogView, listLogs, readLog } from '../queries/read-log.ts'
import { signLog } from '../operations/sign-log.ts'
import { writeLog } from '../operations/write-log.ts'

const on = implementRoutes(roomsContract)

const presentLog = ({ room, logs, differences, ...view }: LogView) => {
  const { requestId, eventId, eventName, startsAt, endsAt, host, guest, interpreter } = room
  const party = (each: typeof host) => ({ ...each, languages: [...each.languages] })
  return {
    ...view,
    requestId,
    eventId,
    eventName,
    startsAt,
    endsAt,
    host: party(host),
    guest: party(guest),
    interpreterName: interpreter?.name ?? null,
    logs: [...logs],
    differences: [...differences],
  }
}

const presentFile = ({ name, mediaType, contents }: LogFile) =>
  new File([new Uint8Array(contents)], name, { type: mediaType })

/** The part of the module's routes that is about logs. */
export const logRoutes = {
  listLogs: on.listLogs.handler(async ({ input, context: { platform, actor } }) => ({
    rows: (await listLogs(platform, actor, input)).map(presentLog),
  })),

  readLog: on.readLog.handler(async ({ input, context: { platform, actor } }) =>
    presentLog(unwrap(await readLog(platform, actor, input))),
  ),

  writeLog: on.writeLog.handler(async ({ input, context: { platform, actor } }) => {
    const { programmeId, requestId, revision, ...content } = input
    return unwrap(await writeLog(platform, actor, { programmeId, requestId, revision, content }))
  }),

  signLog: on.signLog.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await signLog(platform, actor, input)),
  ),

  printLog: on.printLog.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await printLog(platform, actor, input))),
  ),

  exportLogs: on.exportLogs.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await exportLogs(platform, actor, input))),
  ),
}
