-- Signing by passkey, and the time stamp of an authority over each signature.

alter table agreement_signature drop constraint agreement_signature_method_check;
alter table agreement_signature add constraint agreement_signature_method_check
  check (method in ('mailed-code', 'passkey', 'ceremony'));

-- What the authority says, and why there is no stamp although one was asked for; both null: none was asked for.
alter table agreement_signature add column stamped_at timestamptz;
alter table agreement_signature add column stamp_problem text
  check (stamp_problem in ('unreachable', 'refused', 'invalid'));
