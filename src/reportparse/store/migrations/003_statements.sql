-- What each report states, ready to be compared: see `Statement` in the comparison room.
create table statements (
  report varchar not null, "order" integer not null, measure varchar not null, is_common boolean, counted varchar,
  kind varchar, key_unit varchar, key_place varchar, role varchar, period varchar, is_assumed boolean, is_cell boolean,
  is_quoted boolean, context varchar, figure varchar, record varchar, "start" integer, page integer, text varchar,
  value double, unit varchar, words varchar, qualifier varchar, figure_role varchar, direction varchar, place varchar
);
-- Reports of an older store have none: they are to be added again before they can be compared.
alter table reports add column is_comparable boolean default false;
