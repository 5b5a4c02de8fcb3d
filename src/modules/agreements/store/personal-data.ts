import { sql } from 'kysely'
import type { PersonalData } from '../../accounts/index.ts'

/** Signatories with the address of the person. */
export const personalData: PersonalData = {
  async export({ db }, { email }) {
    const { rows } = await sql<object>`
      select a.programme_id, a.number, a.status, p.signatory_name, p.signatory_latin_name, p.signatory_office,
        p.signatory_email, p.authority, s.method, s.signed_at
      from agreement_party p join agreement a on a.id = p.agreement_id
      left join agreement_signature s on s.party_id = p.id and s.voided_at is null
      where lower(p.signatory_email) = ${email} order by a.number`.execute(db)
    return { signatures: rows }
  },

  /** A text that was frozen is what others sign or have signed: it stays whole, names and all. Drafts name nobody. */
  async erase({ db }, { email, programmeId }) {
    const { rows } = await sql<{ erased: number; kept: number }>`
      with named as (
        select p.id, a.status from agreement_party p join agreement a on a.id = p.agreement_id
        where lower(p.signatory_email) = ${email}
          and (${programmeId}::uuid is null or a.programme_id = ${programmeId}::uuid)
      ), emptied as (
        update agreement_party set signatory_name = null, signatory_latin_name = null, signatory_office = null,
          signatory_email = null, signatory_locale = null, authority = null, authority_from = null,
          authority_until = null
        where id in (select id from named where status = 'draft') returning id
      )
      select (select count(*) from emptied) as erased,
        (select count(*) from named where status <> 'draft') as kept`.execute(db)
    return { erased: rows[0]?.erased ?? 0, kept: { 'signed-agreements': rows[0]?.kept ?? 0 } }
  },
}
