-- Whoever leads somebody, or was asked to approve a leave of theirs, reads how many days they have.
set role deskhand_owner;

alter policy own_or_of_the_desk on app.leave_allowances using (
  person_id is null or person_id = (select app.pid())
  or exists (select from app.desk_members m
    join app.request_types t on t.company_id = m.company_id and t.desk_id = m.desk_id and t.kind = 'LEAVE'
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
  or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))
  or exists (select from app.people p
    where p.company_id = leave_allowances.company_id and p.id = leave_allowances.person_id
      and p.manager_id = (select app.pid()))
  or exists (select from app.request_approvers v
    join app.requests r on r.company_id = v.company_id and r.id = v.request_id
    join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id and t.kind = 'LEAVE'
    where v.company_id = leave_allowances.company_id and v.person_id = (select app.pid())
      and r.requester_id = leave_allowances.person_id)
);

reset role;
