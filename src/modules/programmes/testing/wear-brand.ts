import type { Id } from '../../../kernel/id.ts'
import type { TestPlatform } from '../../../platform/testing.ts'

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

/** Gives the programme a colour and a picture. */
export async function wearBrand(platform: TestPlatform, programmeId: Id, accent = '#7a1f3d'): Promise<void> {
  const file = await platform.files.store(platform.db, { name: 'logo.png', mediaType: 'image/png', contents: PNG })
  if (!file.ok) throw new Error(file.refusal.code)
  await platform.database.pool.query(
    `update programme set accent = $1, logo_file_id = $2, brand_name = '{"en":"Bridge","ko":"다리","ru":"Мост"}'
     where id = $3`,
    [accent, file.value.id, programmeId],
  )
}

/** Whether a PDF shows a picture. */
export const showsPicture = (pdf: Uint8Array): boolean => /\/Subtype ?\/Image/.test(Buffer.from(pdf).toString('latin1'))
