-- A request knows whether what it asks for is ordered: from then on whoever asked cannot take it back alone.
set role deskhand_owner;
alter table app.requests add column is_ordered boolean not null default false;
-- For every company: the owner must see them all.
alter table app.requests no force row level security;
alter table app.fulfilments no force row level security;
update app.requests r set is_ordered = true from app.fulfilments f
where f.company_id = r.company_id and f.request_id = r.id
  and f.facts ->> 'procurementStatus' in ('ORDERED', 'SHIPPED', 'DELIVERED');
alter table app.requests force row level security;
alter table app.fulfilments force row level security;

create function app_priv.note_order() returns trigger language plpgsql as $$
begin
  update app.requests r set is_ordered = noted.is_ordered
  from (select coalesce(new.facts ->> 'procurementStatus' in ('ORDERED', 'SHIPPED', 'DELIVERED'), false) as is_ordered) noted
  where r.company_id = new.company_id and r.id = new.request_id and r.is_ordered is distinct from noted.is_ordered;
  return null;
end $$;
create trigger note_order after insert or update on app.fulfilments
  for each row execute function app_priv.note_order();
reset role;
