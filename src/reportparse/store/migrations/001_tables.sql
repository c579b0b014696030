-- One row a report; what was read from it, by its id.
create table reports (
  id varchar primary key, area varchar, year varchar, file varchar, pcc varchar, force varchar, "start" date, "end" date,
  title varchar, kind varchar, pages integer, paragraphs integer, tables integer, figures integer, failed_checks integer,
  warnings integer, coverage double, sha256 varchar not null
);
create table figures (
  report varchar not null, id varchar not null, page integer, text varchar, value double, low double, high double,
  unit varchar, kind varchar, qualifier varchar, role varchar, direction varchar, measure varchar, measure_id varchar,
  period varchar, period_source varchar, place varchar, section varchar, source varchar, record varchar,
  "row" integer, "column" integer, score double, review varchar, corrected boolean
);
create table tables (
  report varchar not null, "table" varchar not null, caption varchar, page integer, "row" integer, "column" integer,
  row_header varchar, column_header varchar, text varchar, value double, unit varchar
);
create table paragraphs (
  report varchar not null, id varchar not null, page integer, number varchar, section varchar, themes varchar, text varchar
);
create table checks (
  report varchar not null, kind varchar, passed boolean, message varchar, expected varchar, found varchar, "where" varchar
);
