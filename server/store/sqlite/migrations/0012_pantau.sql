CREATE TABLE `figure_shards` (
	`shard` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figures` (
	`shard` text NOT NULL,
	`apa` text NOT NULL,
	`hari` text NOT NULL,
	`siapa` text NOT NULL,
	`nilai` integer NOT NULL,
	PRIMARY KEY(`shard`, `apa`, `hari`, `siapa`)
) WITHOUT ROWID;
