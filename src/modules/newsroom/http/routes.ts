import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { newsroomContract } from '../contract.ts'
import { addPhoto, removePhoto } from '../operations/add-photo.ts'
import { arrangePhotos, describePhoto } from '../operations/arrange-photos.ts'
import { draftArticle } from '../operations/draft-article.ts'
import { setArticlePeople } from '../operations/set-people.ts'
import { openCatalogue, setBanners } from '../operations/set-site.ts'
import { createArticle, publishArticle, updateArticle, withdrawArticle } from '../operations/write-article.ts'
import { checkWords, listArticles, readArticle, readDraftPhoto, readSite } from '../queries/read-articles.ts'
import { listTellableDays } from '../queries/read-days.ts'
import { presentArticle, presentDay, presentFigure, presentFinding, presentPerson, presentPhoto } from './present.ts'

const on = implementRoutes(newsroomContract)

const DONE = { ok: true } as const

export const newsroomRoutes = on.router({
  listArticles: on.listArticles.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await listArticles(platform, actor, input)).map((article) => ({
      ...presentArticle(article),
      titles: article.titles,
    })),
  })),

  readArticle: on.readArticle.handler(async ({ input, context: { platform, actor } }) => {
    const { article, photos, people, findings, figures, commitments, corrections } = unwrap(
      await readArticle(platform, actor, input),
    )
    return {
      article: presentArticle(article),
      photos: photos.map(presentPhoto),
      people: people.map(presentPerson),
      findings: findings.map(presentFinding),
      figures: figures.map(presentFigure),
      commitments: commitments.map((commitment) => ({ ...commitment })),
      corrections: corrections.map((correction) => ({ ...correction })),
    }
  }),

  listArticleDays: on.listArticleDays.handler(async ({ input, context: { platform, actor } }) => {
    const { days, participants } = unwrap(await listTellableDays(platform, actor, input))
    return { rows: days.map(presentDay), participants }
  }),

  draftArticle: on.draftArticle.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await draftArticle(platform, actor, input)),
  ),

  createArticle: on.createArticle.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await createArticle(platform, actor, input)),
  ),

  updateArticle: on.updateArticle.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await updateArticle(platform, actor, input)),
  ),

  checkArticle: on.checkArticle.handler(async ({ input, context: { platform, actor } }) => ({
    findings: unwrap(await checkWords(platform, actor, input)).map(presentFinding),
  })),

  publishArticle: on.publishArticle.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await publishArticle(platform, actor, input)),
  ),

  withdrawArticle: on.withdrawArticle.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await withdrawArticle(platform, actor, input))
    return DONE
  }),

  addPhoto: on.addPhoto.handler(async ({ input: { file, ...words }, context: { platform, actor } }) => {
    const contents = new Uint8Array(await file.arrayBuffer())
    return unwrap(await addPhoto(platform, actor, { ...words, file: { name: file.name, contents } }))
  }),

  readPhoto: on.readPhoto.handler(async ({ input, context: { platform, actor } }) => {
    const { name, mediaType, contents } = unwrap(await readDraftPhoto(platform, actor, input))
    return new File([new Uint8Array(contents)], name, { type: mediaType })
  }),

  setArticlePeople: on.setArticlePeople.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await setArticlePeople(platform, actor, input))
    return DONE
  }),

  describePhoto: on.describePhoto.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await describePhoto(platform, actor, input))
    return DONE
  }),

  arrangePhotos: on.arrangePhotos.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await arrangePhotos(platform, actor, input))
    return DONE
  }),

  removePhoto: on.removePhoto.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await removePhoto(platform, actor, input))
    return DONE
  }),

  readSite: on.readSite.handler(async ({ input, context: { platform, actor } }) => {
    const { catalogueIsOpen, banners } = unwrap(await readSite(platform, actor, input))
    return { catalogueIsOpen, banners: banners.map((banner) => ({ ...banner })) }
  }),

  setCatalogue: on.setCatalogue.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await openCatalogue(platform, actor, input))
    return DONE
  }),

  setBanners: on.setBanners.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await setBanners(platform, actor, input))
    return DONE
  }),
})
