-- Figures beside what their report is, for queries over years and areas.
create view stated as
  select r.area, r.year, r.file, f.* from figures f join reports r on r.id = f.report;
