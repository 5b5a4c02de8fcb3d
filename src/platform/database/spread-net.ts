import type pg from 'pg'
import type { Database } from './open.ts'

/** Which a login that would bypass row-level security steps down to. */
export const APPLICATION_ROLE = 'naru_application'

/** The database user could read past the policies and cannot step down; `message` is fit for the terminal. */
export class NetError extends Error {
  override readonly name = 'NetError'
}

/** Any number that no other program on the server is likely to use for its own lock. */
const GRANT_LOCK = 4020_0002

interface Login {
  readonly name: string
  readonly bypasses: boolean
  /** May make roles. */
  readonly mayMake: boolean
  /** null: there is no application role. */
  readonly isMember: boolean | null
}

/**
 * From now on the pools hold every statement to the reach of the work that sends it. A login that would bypass the
 * policies, or that may take the application's role, steps down to it; any other is held as the owner of its tables,
 * because the policies are forced. Throws NetError for a login that would bypass them and cannot step down. Nothing
 * happens on the embedded database.
 *
 * After the migrations, and once the job queue has its tables: the role is given what is there.
 */
export async function spreadNet({ pool, net }: Pick<Database, 'pool' | 'net'>): Promise<void> {
  if (net.state !== 'open') return
  net.role = await stepDown(pool)
  net.state = 'spread'
}

async function stepDown(pool: pg.Pool): Promise<string | null> {
  const login = await readLogin(pool)
  if (login.isMember === true) return given(pool)
  if (!login.bypasses) return null
  if (login.isMember === false || !login.mayMake) throw cannotStepDown(login)
  await makeRole(pool)
  return given(pool)
}

const cannotStepDown = ({ name }: Login) =>
  new NetError(
    `The database user ${name} reads past row-level security. Take another for DATABASE_URL, or let an administrator run: ` +
      `create role ${APPLICATION_ROLE} nologin; grant ${APPLICATION_ROLE} to "${name}";`,
  )

async function readLogin(pool: pg.Pool): Promise<Login> {
  const { rows } = await pool.query<Login>(
    `select rolname as name, rolsuper or rolbypassrls as bypasses, rolsuper or rolcreaterole as "mayMake",
       (select pg_has_role(current_user, a.oid, 'member') from pg_roles a where a.rolname = $1) as "isMember"
     from pg_roles where rolname = current_user`,
    [APPLICATION_ROLE],
  )
  return rows[0]!
}

/** Two installations of one server may come at once: the second finds it made. */
async function makeRole(pool: pg.Pool): Promise<void> {
  await pool.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then
        create role ${APPLICATION_ROLE} nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`)
  await pool.query(`grant ${APPLICATION_ROLE} to current_user`)
}

/** The role, once it may work with every table and no more than work with them. */
async function given(pool: pg.Pool): Promise<string> {
  if (await lacksGrants(pool)) await giveGrants(pool)
  const { rows } = await pool.query<{ reason: string }>(
    `select 'it reads past row-level security itself' as reason from pg_roles
       where rolname = $1 and (rolsuper or rolbypassrls)
     union all select 'it owns ' || c.relname from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_has_role($1, c.relowner, 'member')
     limit 1`,
    [APPLICATION_ROLE],
  )
  if (rows[0]) throw new NetError(`The role ${APPLICATION_ROLE} holds nothing back: ${rows[0].reason}.`)
  return APPLICATION_ROLE
}

const RIGHTS = 'select, insert, update, delete'

async function lacksGrants(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ lacks: boolean }>(
    `select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'job') and c.relkind in ('r', 'p', 'v')
         and (not has_schema_privilege($1, n.oid, 'usage') or not has_table_privilege($1, c.oid, 'select')
           or not has_table_privilege($1, c.oid, 'delete'))) as lacks`,
    [APPLICATION_ROLE],
  )
  return rows[0]!.lacks
}

/** What later migrations make is granted as it is made. */
async function giveGrants(pool: pg.Pool): Promise<void> {
  const schemas = 'public, job'
  await pool.query(`
    begin;
    select pg_advisory_xact_lock(${GRANT_LOCK});
    grant usage on schema ${schemas} to ${APPLICATION_ROLE};
    grant ${RIGHTS} on all tables in schema ${schemas} to ${APPLICATION_ROLE};
    grant usage, select on all sequences in schema ${schemas} to ${APPLICATION_ROLE};
    alter default privileges in schema ${schemas} grant ${RIGHTS} on tables to ${APPLICATION_ROLE};
    alter default privileges in schema ${schemas} grant usage, select on sequences to ${APPLICATION_ROLE};
    commit`)
}
