-- How long a company's requests take, as a curve for each type and each desk, learnt every night.
set role deskhand_owner;

create table app.finish_curves (
  company_id uuid not null,
  -- A request type, or a desk for the types that are too rare.
  basis_id uuid not null,
  basis text not null check (basis in ('type', 'desk')),
  sample_count int not null check (sample_count > 0),
  -- Working seconds from asking to the solution: the shortest, 99 between, the longest.
  quantiles int[] not null check (cardinality(quantiles) = 101),
  learnt_at timestamptz not null default now(),
  primary key (company_id, basis_id)
);
call app_priv.put_under_tenancy('finish_curves');

reset role;
