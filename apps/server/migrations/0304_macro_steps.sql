-- A macro also sets impact and urgency and takes tags off; those that are there do neither.
set role deskhand_owner;

update app.macros set steps = '{"impact": null, "urgency": null, "removedTags": []}'::jsonb || steps;

reset role;
