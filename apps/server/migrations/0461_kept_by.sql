-- Which desk keeps a licence, a certificate or a kit; null where any technician may. What is there already goes to the
-- desk of whoever looks after it, where they work at one alone: others of that desk kept it before as well.
set role deskhand_owner;

alter table app.licences add column desk_id uuid,
  add foreign key (company_id, desk_id) references app.desks (company_id, id);
alter table app.certificates add column desk_id uuid,
  add foreign key (company_id, desk_id) references app.desks (company_id, id);
alter table app.kits add column desk_id uuid,
  add foreign key (company_id, desk_id) references app.desks (company_id, id);

create index licences_desk on app.licences (company_id, desk_id) where desk_id is not null;
create index certificates_desk on app.certificates (company_id, desk_id) where desk_id is not null;
create index kits_desk on app.kits (company_id, desk_id) where desk_id is not null;

-- For every company: the owner must see them all.
alter table app.licences no force row level security;
alter table app.certificates no force row level security;
alter table app.desk_members no force row level security;
update app.licences l set desk_id = (
  select (array_agg(m.desk_id))[1] from app.desk_members m
  where m.company_id = l.company_id and m.person_id = l.owner_id having count(*) = 1);
update app.certificates c set desk_id = (
  select (array_agg(m.desk_id))[1] from app.desk_members m
  where m.company_id = c.company_id and m.person_id = c.owner_id having count(*) = 1);
alter table app.licences force row level security;
alter table app.certificates force row level security;
alter table app.desk_members force row level security;
reset role;
