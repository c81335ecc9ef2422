-- What is told about a plan that stopped is about no request: there is none.
set role deskhand_owner;

alter table app.notifications add column plan_id uuid;
alter table app.notifications add foreign key (company_id, plan_id) references app.request_plans (company_id, id)
  on delete cascade;
create index notifications_plan on app.notifications (company_id, plan_id) where plan_id is not null;

reset role;
