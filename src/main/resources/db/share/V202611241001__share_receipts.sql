-- What a viewer keeps of a view, and the learner too: the very text. Views from before it have an empty one.
ALTER TABLE share_view ADD COLUMN receipt varchar(8000) DEFAULT '{}' NOT NULL;
