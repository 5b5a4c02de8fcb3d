import { ActionIcon, Button, Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { textIn } from '../../../../kernel/locale.ts'
import { query } from '../../../api.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Icon } from '../../../ui/icon.tsx'
import { LocalizedFields } from '../../../ui/localized-fields.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { messages } from '../messages.ts'
import type { Photo } from '../shapes.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import { useRefreshNewsroom } from './use-saving.ts'

/** Somebody as the form holds them; whether they consent is the server's to say. */
interface Listed {
  readonly name: Readonly<Partial<Record<'ko' | 'ru' | 'en', string>>>
  readonly personId: string | null
  readonly reason: string | null
  readonly photoIds: readonly string[]
}

/** Whom the article names and shows, with their consent or the reason why it goes without. */
export function PeoplePanel() {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { desk, mayEdit } = useDesk()
  const [form, setForm] = useState<number | 'new' | null>(null)
  const { save } = useSavePeople()
  const people: readonly Listed[] = desk.people
  const nobody = desk.photos.filter(({ showsNobody }) => showsNobody).map(({ id }) => id)
  return (
    <Panel title={t('people.title')} note={String(desk.people.length)}>
      <div className={styles.peopleList}>
        <p className={styles.quiet}>{t('people.hint')}</p>
        <ul className={styles.people}>
          {desk.people.map((person, index) => (
            <li key={`${index} ${textIn(person.name, locale)}`}>
              <div>
                <b>{textIn(person.name, locale)}</b>{' '}
                <StatusBadge tone={person.consents ? 'done' : person.reason ? 'neutral' : 'hand'}>
                  {t(person.consents ? 'people.consents' : person.reason ? 'people.withReason' : 'people.asks')}
                </StatusBadge>
                {person.reason ? <p className={styles.quiet}>{person.reason}</p> : null}
              </div>
              {mayEdit ? (
                <div className={styles.photoDeeds}>
                  <Button size="xs" onClick={() => setForm(index)}>
                    {t('people.edit')}
                  </Button>
                  <ActionIcon
                    aria-label={t('people.remove', { name: textIn(person.name, locale) })}
                    onClick={() => save.mutate({ people: people.toSpliced(index, 1), nobody })}
                  >
                    <Icon name="close" />
                  </ActionIcon>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        {desk.photos.map((photo, index) => (
          <Checkbox
            key={photo.id}
            label={t('people.nobody', { photo: index + 1, caption: textIn(photo.caption, locale) })}
            checked={photo.showsNobody}
            disabled={!mayEdit || save.isPending || people.some(({ photoIds }) => photoIds.includes(photo.id))}
            onChange={(input) =>
              save.mutate({
                people,
                nobody: input.currentTarget.checked ? [...nobody, photo.id] : nobody.filter((id) => id !== photo.id),
              })
            }
          />
        ))}
        {mayEdit ? (
          <Button leftSection={<Icon name="plus" />} onClick={() => setForm('new')}>
            {t('people.add')}
          </Button>
        ) : null}
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
      </div>
      {form === null ? null : <PersonForm at={form} people={people} nobody={nobody} onClose={() => setForm(null)} />}
    </Panel>
  )
}

function useSavePeople(onDone?: () => void) {
  const { desk } = useDesk()
  const { programme } = useProgramme()
  const refresh = useRefreshNewsroom()
  const set = useMutation({
    ...query.newsroom.setArticlePeople.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      onDone?.()
    },
  })
  const mutate = ({ people, nobody }: { people: readonly Listed[]; nobody: readonly string[] }) =>
    set.mutate({
      programmeId: programme.id,
      articleId: desk.article.id,
      people: people.map(({ name, personId, reason, photoIds }) => ({
        name,
        personId,
        reason,
        photoIds: [...photoIds],
      })),
      photosOfNobody: [...nobody],
    })
  return { save: { mutate, isPending: set.isPending, error: set.error } }
}

const EMPTY: Listed = { name: {}, personId: null, reason: null, photoIds: [] }

function PersonForm({
  at,
  people,
  nobody,
  onClose,
}: {
  at: number | 'new'
  people: readonly Listed[]
  nobody: readonly string[]
  onClose: () => void
}) {
  const t = useMessages(messages)
  const { desk } = useDesk()
  const { programme } = useProgramme()
  const [person, setPerson] = useState<Listed>(at === 'new' ? EMPTY : (people[at] ?? EMPTY))
  const change = (part: Partial<Listed>) => setPerson({ ...person, ...part })
  const known = useQuery(query.accounts.listPeople.queryOptions({ input: { programmeId: programme.id } }))
  const choices = [...new Map((known.data?.rows ?? []).map(({ id, name }) => [id, name])).entries()]
  const { save } = useSavePeople(onClose)
  const isWhole = Object.keys(person.name).length > 0 && (person.personId !== null || Boolean(person.reason?.trim()))
  return (
    <Modal
      opened
      title={t(at === 'new' ? 'people.add' : 'people.editTitle')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!isWhole}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              people: at === 'new' ? [...people, person] : people.with(at, person),
              nobody: nobody.filter((id) => !person.photoIds.includes(id)),
            })
          }
        >
          {t('people.save')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        <LocalizedFields
          label={t('people.name')}
          description={t('people.nameHint')}
          value={person.name}
          onChange={(name) => change({ name })}
          maxLength={200}
          required
        />
        <NativeSelect
          label={t('people.account')}
          description={t('people.accountHint')}
          value={person.personId ?? ''}
          onChange={(input) => change({ personId: input.currentTarget.value || null })}
          data={[{ value: '', label: t('people.noAccount') }, ...choices.map(([value, label]) => ({ value, label }))]}
        />
        <Textarea
          label={t('people.reason')}
          description={t('people.reasonHint')}
          maxLength={500}
          rows={2}
          value={person.reason ?? ''}
          onChange={(input) => change({ reason: input.currentTarget.value || null })}
        />
        <PhotosOf photos={desk.photos} chosen={person.photoIds} onChange={(photoIds) => change({ photoIds })} />
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
      </div>
    </Modal>
  )
}

function PhotosOf({
  photos,
  chosen,
  onChange,
}: {
  photos: readonly Photo[]
  chosen: readonly string[]
  onChange: (photoIds: readonly string[]) => void
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  if (photos.length === 0) return null
  return (
    <fieldset className={styles.shownOn}>
      <legend>{t('people.shownOn')}</legend>
      {photos.map(({ id, caption }, index) => (
        <Checkbox
          key={id}
          label={t('people.photo', { photo: index + 1, caption: textIn(caption, locale) })}
          checked={chosen.includes(id)}
          onChange={(input) =>
            onChange(input.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
    </fieldset>
  )
}
