-- Whether the link of a share asks for the PIN too, like its code; without that whoever has the link can look.
alter table share_grant add column factor_on_link boolean default false not null;
alter table share_grant add constraint share_grant_on_link check (factor_on_link = false or factor_kind = 'PIN');
