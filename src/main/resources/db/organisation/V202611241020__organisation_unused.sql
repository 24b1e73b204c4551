-- Nothing ever read or wrote it: a table comes with the importer that fills it.
drop table recognised_organisation;
