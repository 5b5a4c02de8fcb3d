import type { Id } from '../../../../kernel/id.ts'
import type { Random } from '../../../demo/random.ts'
import type { Deed } from '../deed.ts'
import { type Api, Answered, type Player } from '../player.ts'
import { type World, playersOf } from '../world.ts'

type Page = (api: Api) => Promise<unknown>

/** Lists of the programme; what stands on them differs with who asks. */
const listsOf = ({ programmeId, eventId }: World): readonly Page[] => [
  ({ meetings }) => meetings.listMeetingRequests({ programmeId, eventId }),
  ({ meetings }) => meetings.listMyRequests({ programmeId }),
  ({ events }) => events.listParticipants({ programmeId, eventId }),
  ({ scheduling }) => scheduling.readBoard({ programmeId, eventId }),
  ({ scheduling }) => scheduling.listMyAgendas({ programmeId }),
  ({ rooms }) => rooms.listRooms({ programmeId }),
  ({ rooms }) => rooms.listLogs({ programmeId }),
  ({ rooms }) => rooms.readDesk({ programmeId }),
  ({ cases }) => cases.listCases({ programmeId }),
  ({ agreements }) => agreements.listAgreements({ programmeId }),
  ({ commitments }) => commitments.listCommitments({ programmeId }),
  ({ outcomes }) => outcomes.listOutcomes({ programmeId }),
  ({ outcomes }) => outcomes.listFigures({ programmeId }),
  ({ outcomes }) => outcomes.readDashboard({ programmeId }),
  ({ newsroom }) => newsroom.listArticles({ programmeId }),
  ({ programmes }) => programmes.readJournal({ programmeId }),
]

/** Pages of single things, whoever they belong to: an id is all that somebody curious needs. */
async function thingsOf(world: World): Promise<Page[]> {
  const { programmeId } = world
  const idsOf = async (table: string) =>
    (await world.rows<{ id: Id }>(`select id from ${table} where programme_id = $1 order by id`)).map(({ id }) => id)
  return [
    ...(await idsOf('meeting_request')).flatMap((requestId): Page[] => [
      ({ rooms }) => rooms.readRoom({ programmeId, requestId }),
      ({ rooms }) => rooms.readLog({ programmeId, requestId }),
    ]),
    ...(await idsOf('cooperation_case')).map(
      (caseId): Page =>
        ({ cases }) =>
          cases.readCase({ programmeId, caseId }),
    ),
    ...(await idsOf('agreement')).flatMap((agreementId): Page[] => [
      ({ agreements }) => agreements.readAgreement({ programmeId, agreementId }),
      ({ agreements }) => agreements.checkAgreement({ programmeId, agreementId }),
      ({ commitments }) => commitments.readTimeline({ programmeId, agreementId }),
    ]),
    ...(await idsOf('commitment')).map(
      (commitmentId): Page =>
        ({ commitments }) =>
          commitments.readCommitment({ programmeId, commitmentId }),
    ),
    ...(await world.rows<{ id: Id }>('select distinct id from outcome where programme_id = $1 order by id')).map(
      ({ id: outcomeId }): Page =>
        ({ outcomes }) =>
          outcomes.readOutcome({ programmeId, outcomeId }),
    ),
    ...(await idsOf('article')).map(
      (articleId): Page =>
        ({ newsroom }) =>
          newsroom.readArticle({ programmeId, articleId }),
    ),
  ]
}

/** Somebody opens one page after the other; what they must not see is found by its words. */
export const lookAround: Deed = {
  name: 'look around',
  likely: { asking: 3, planning: 3, day: 4, after: 5 },
  async prepare(world, random) {
    const opened = random.draw([...listsOf(world), ...(await thingsOf(world))], 5)
    return { by: playersOf(world), call: ({ api }) => openAll(api, opened) }
  },
}

/** At the end a company, and a stranger, try every list there is and many a thing that is not theirs. */
export async function lookEverywhere(world: World, random: Random): Promise<void> {
  const pages = [...listsOf(world), ...random.draw(await thingsOf(world), 24)]
  const curious: Player[] = random.draw(random.chance(0.8) ? world.representatives : world.strangers, 1)
  for (const { api } of curious) await openAll(api, pages)
}

async function openAll(api: Api, pages: readonly Page[]): Promise<void> {
  for (const open of pages) {
    await open(api).catch((error: unknown) => {
      if (!(error instanceof Answered) || error.status >= 500) throw error
    })
  }
}
