import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { useCodeNames } from './code-names.ts'
import { useCompanyPaths } from './company-paths.ts'
import { useCompanyWords } from './company-words.ts'
import { useKeywordName } from './keyword-names.ts'
import { messages } from './messages.ts'
import styles from './profile-card.module.css'
import type { Profile } from './shapes.ts'
import { SideBySide } from './side-by-side.tsx'

const TONES: Record<Profile['status'], Tone> = { draft: 'neutral', published: 'done', withdrawn: 'off' }

const TEXTS = ['summary', 'description', 'advantages', 'technicalSpecification', 'partnerRole'] as const

/** One partnering profile: its texts side by side, what it looks for, and what this reader may do with it. */
export function ProfileCard({ profile, mayEdit }: { profile: Profile; mayEdit: boolean }) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const titleId = useId()
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <header className={styles.head}>
        <div className={styles.words}>
          <p className={styles.type}>
            {words(`profileTypes.${profile.type}`)} <span>{profile.code}</span>
          </p>
          <h3 id={titleId} className="hidden-text">
            {text(profile.title)}
          </h3>
        </div>
        <StatusBadge tone={TONES[profile.status]}>{words(`statuses.${profile.status}`)}</StatusBadge>
        <Actions profile={profile} mayEdit={mayEdit} />
      </header>
      <SideBySide
        rows={[
          { id: 'title', label: null, text: profile.title, isTitle: true },
          ...TEXTS.map((key) => ({ id: key, label: words(`sheets.profiles.${key}`), text: profile[key] })),
        ]}
      />
      <Terms profile={profile} />
      <p className={styles.changed}>
        {t('profile.changed')} <Time at={profile.updatedAt} day="full" />
      </p>
    </article>
  )
}

/** Stage, keywords and what kind of partner is wanted; only what was said. */
function Terms({ profile }: { profile: Profile }) {
  const words = useCompanyWords()
  const nameOf = useKeywordName()
  const { country, language } = useCodeNames()
  const { list } = useNumbers()
  const facts: readonly (readonly [string, string])[] = [
    [words('sheets.profiles.stage'), profile.stage ? words(`stages.${profile.stage}`) : ''],
    [words('sheets.profiles.iprStatus'), profile.iprStatus ? words(`iprStatuses.${profile.iprStatus}`) : ''],
    [
      words('sheets.profiles.partnershipTypes'),
      profile.partnershipTypes.map((type) => words(`partnershipTypes.${type}`)).join(' · '),
    ],
    [words('sheets.profiles.partnerKinds'), profile.partnerKinds.map((kind) => words(`kinds.${kind}`)).join(' · ')],
    [words('sheets.profiles.partnerSizes'), profile.partnerSizes.map((size) => words(`sizes.${size}`)).join(' · ')],
    [words('sheets.profiles.targetCountries'), list(profile.targetCountries.map(country))],
    [words('sheets.profiles.languages'), list(profile.languages.map(language))],
  ]
  const hasKeywords = profile.technologyKeywords.length + profile.marketKeywords.length > 0
  return (
    <div className={styles.terms}>
      {hasKeywords ? (
        <div className={styles.keywords}>
          {(['technology', 'market'] as const).map((which) => {
            const codes = which === 'technology' ? profile.technologyKeywords : profile.marketKeywords
            return codes.length === 0 ? null : (
              <div key={which}>
                <h4>{words(`sheets.profiles.${which}Keywords`)}</h4>
                <ul>
                  {codes.map((code) => (
                    <li key={code} data-list={which}>
                      {nameOf(which, code)}
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </div>
      ) : null}
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

function Actions({ profile, mayEdit }: { profile: Profile; mayEdit: boolean }) {
  const t = useMessages(messages)
  const { roles } = useProgramme()
  const paths = useCompanyPaths(profile.companyId)
  const isOperator = roles.includes('operator')
  if (!mayEdit) return null
  // Once published a profile is what others decide on: its words change through the operator.
  const mayChange = isOperator || profile.status === 'draft'
  return (
    <div className={styles.actions}>
      {mayChange ? (
        <ProgrammeLink path={paths.profile(profile.id)} className={styles.edit} current={false}>
          {t('profile.edit')}
        </ProgrammeLink>
      ) : null}
      {profile.status === 'published' ? (
        <Withdraw profile={profile} />
      ) : isOperator ? (
        <Publish profile={profile} />
      ) : null}
    </div>
  )
}

/** After a change of state everything that counts profiles is out of date. */
function useForget(): () => void {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: query.companies.key() })
    void client.invalidateQueries({ queryKey: query.programmes.readOverview.key() })
    void client.invalidateQueries({ queryKey: query.matching.key() })
  }
}

function Publish({ profile }: { profile: Profile }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const forget = useForget()
  const publish = useMutation({
    ...query.companies.publishProfile.mutationOptions(),
    meta: { quiet: true },
    onSuccess: forget,
  })
  return (
    <>
      <Button
        variant="filled"
        size="xs"
        loading={publish.isPending}
        leftSection={<Icon name="check" />}
        onClick={() => publish.mutate({ programmeId: programme.id, profileId: profile.id })}
      >
        {t('profile.publish')}
      </Button>
      {publish.error ? (
        <div className={styles.problem}>
          <ProblemNotice error={publish.error} compact />
        </div>
      ) : null}
    </>
  )
}

function Withdraw({ profile }: { profile: Profile }) {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const [asking, setAsking] = useState(false)
  const forget = useForget()
  const withdraw = useMutation({
    ...query.companies.withdrawProfile.mutationOptions(),
    onSettled: () => setAsking(false),
    onSuccess: forget,
  })
  return (
    <>
      <Button size="xs" onClick={() => setAsking(true)}>
        {t('profile.withdraw')}
      </Button>
      <Confirm
        opened={asking}
        title={t('profile.withdrawTitle')}
        confirmLabel={t('profile.withdraw')}
        busy={withdraw.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => withdraw.mutate({ programmeId: programme.id, profileId: profile.id })}
      >
        {t(roles.includes('operator') ? 'profile.withdrawHint' : 'profile.withdrawHintOwn')}
      </Confirm>
    </>
  )
}
