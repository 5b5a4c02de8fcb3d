-- Until when whoever sends a mail has it for itself: two that take the same one would send it twice.
alter table mail add column claimed_until timestamptz;
create index mail_queued_address on mail (to_address, created_at, id) where status = 'queued';
