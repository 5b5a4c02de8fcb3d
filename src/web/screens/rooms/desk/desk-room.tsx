import { Button, NumberInput } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { Kbd } from '../../../ui/keyboard.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Time } from '../../../ui/time.tsx'
import { formatClock } from '../../../ui/time-format.ts'
import { usePartyWords } from './desk-list.tsx'
import { messages } from './desk-messages.ts'
import { DeskMove } from './desk-move.tsx'
import { type Desk, type DeskCause, type DeskParty, type DeskRow, missingOf } from './desk-shapes.ts'
import { DeskWrite } from './desk-write.tsx'
import styles from './desk.module.css'

const LATE_MINUTES = 15

/** One room: whom to call, what may have happened, and what one can do about it. */
export function DeskRoom({
  row,
  desk,
  programmeId,
  messageRef,
  onHappened,
}: {
  row: DeskRow
  desk: Desk
  programmeId: string
  messageRef: RefObject<HTMLTextAreaElement | null>
  onHappened: (cause: DeskCause) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { requestId } = row
  const isCancelled = row.state === 'cancelled'
  return (
    <Panel
      title={t('between', { host: text(row.host.name), guest: text(row.guest.name) })}
      note={<Time at={row.startsAt} />}
    >
      <div className={styles.people}>
        {row.parties.map((party) => (
          <CallList key={party.party} row={row} party={party} desk={desk} />
        ))}
      </div>
      <p className={styles.line}>
        {row.interpreterName === null ? t('noInterpreter') : t('interpreter', { name: row.interpreterName })}
        {row.placeName === null ? null : ` · ${t('place', { name: row.placeName })}`}
      </p>
      {isCancelled ? <p className={styles.line}>{t('cancelled')}</p> : <Happened row={row} onHappened={onHappened} />}
      {isCancelled ? null : <DeskMove row={row} programmeId={programmeId} interpreters={desk.interpreters} />}
      <DeskWrite programmeId={programmeId} requestId={requestId} fieldRef={messageRef} />
      <LinkButton to="/programmes/$programmeId/rooms/$requestId" params={{ programmeId, requestId }}>
        {t('enter')}
      </LinkButton>
    </Panel>
  )
}

/** A side with its contacts and the hour on their clock. */
function CallList({ row, party, desk }: { row: DeskRow; party: DeskParty; desk: Desk }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { companyId } = row[party.party]
  const contacts = desk.contacts.filter((contact) => contact.companyId === companyId)
  const zone = desk.zones.find((each) => each.companyId === companyId)?.timeZone
  return (
    <section className={styles.call}>
      <h3 data-hand={(row.phase === 'now' && !party.inside && !party.absent) || undefined}>
        {usePartyWords(row, party)}
      </h3>
      {zone ? <small>{t('localTime', { time: formatClock(desk.now, zone, locale) })}</small> : null}
      {contacts.length === 0 ? <p>{t('noContacts')}</p> : null}
      <ul>
        {contacts.map(({ name, jobTitle, phone, email }) => (
          <li key={`${name} ${email} ${phone}`}>
            <span>
              {name} {jobTitle ? <small>{jobTitle}</small> : null}
            </span>
            {phone ? <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a> : null}
            {email ? <a href={`mailto:${email}`}>{email}</a> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Happened({ row, onHappened }: { row: DeskRow; onHappened: (cause: DeskCause) => void }) {
  const t = useMessages(messages)
  const text = useText()
  const [minutes, setMinutes] = useState(LATE_MINUTES)
  const { requestId } = row
  const missing = missingOf(row)
  return (
    <fieldset className={styles.happened}>
      <legend>{t('happened')}</legend>
      <div className={styles.buttons}>
        {missing.map(({ party }, index) => (
          <Button
            key={party}
            rightSection={index === 0 ? <Kbd>N</Kbd> : null}
            onClick={() => onHappened({ code: 'no-show', requestId, party })}
          >
            {t('noShow', { name: text(row[party].name) })}
          </Button>
        ))}
        {row.interpreterName === null ? null : (
          <>
            <Button onClick={() => onHappened({ code: 'interpreter-lost', requestId, rest: false })}>
              {t('interpreterLost')}: {t('thisOnly')}
            </Button>
            <Button onClick={() => onHappened({ code: 'interpreter-lost', requestId, rest: true })}>
              {t('interpreterLost')}: {t('rest')}
            </Button>
          </>
        )}
      </div>
      {missing.length > 0 ? (
        <div className={styles.buttons}>
          <NumberInput
            label={t('minutes')}
            min={1}
            max={600}
            allowDecimal={false}
            clampBehavior="strict"
            value={minutes}
            onChange={(value) => setMinutes(typeof value === 'number' && value > 0 ? value : LATE_MINUTES)}
          />
          {missing.map(({ party }) => (
            <Button key={party} onClick={() => onHappened({ code: 'late', requestId, party, minutes })}>
              {t('lateBy', { name: text(row[party].name) })}
            </Button>
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}
