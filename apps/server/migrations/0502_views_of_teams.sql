-- A view may be shared with a team: its members have it, and whoever leads its desk.
set role deskhand_owner;

alter table app.views drop constraint views_sharing_check, drop constraint views_check;
alter table app.views
  add column team_id uuid,
  add foreign key (company_id, team_id) references app.teams (company_id, id),
  add check (sharing in ('ME', 'TEAM', 'DESK', 'COMPANY')),
  add check ((sharing in ('TEAM', 'DESK')) = (desk_id is not null)),
  add check ((sharing = 'TEAM') = (team_id is not null));
create index views_team on app.views (company_id, team_id) where team_id is not null;
drop policy as_shared on app.views;
create policy as_shared on app.views as restrictive for all to deskhand_app using (
  owner_id = (select app.pid())
  or sharing = 'COMPANY'
  or (sharing = 'TEAM' and team_id in (select m.team_id from app.team_members m
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid())))
  or (sharing in ('TEAM', 'DESK') and (
    desk_id in (select m.desk_id from app.desk_members m
      where m.company_id = (select app.cid()) and m.person_id = (select app.pid())
        and (sharing = 'DESK' or m.role = 'SUPERVISOR'))
    or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

reset role;
