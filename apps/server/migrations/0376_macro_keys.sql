-- The figure that runs a macro after Q, where whoever leads the desk gave it one; each once at a desk.
alter table app.macros add column key int check (key between 1 and 9);
create unique index macros_key on app.macros (company_id, desk_id, key) where key is not null;
