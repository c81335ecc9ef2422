-- Whose money a cost centre spends, where that is somebody else than who answers for it. Approval policies can ask them.
alter table app.cost_centers add column budget_owner_id uuid,
  add foreign key (company_id, budget_owner_id) references app.people (company_id, id);
