CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`nip` text NOT NULL,
	`nama` text NOT NULL,
	`jabatan` text NOT NULL,
	`password` text NOT NULL,
	`created_at` integer NOT NULL,
	`deactivated_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_nip_unique` ON `accounts` (`nip`);--> statement-breakpoint
CREATE TABLE `commands` (
	`shard` text NOT NULL,
	`device` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`n` integer,
	`h` blob,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`record` text,
	`base` text,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	`actor` text NOT NULL,
	`actor_nama` text NOT NULL,
	`actor_peran` text NOT NULL,
	`received_at` integer NOT NULL,
	`salt` blob NOT NULL,
	`commitment` blob NOT NULL,
	`verdict` text NOT NULL,
	`code` text,
	`params` text,
	`head` text,
	PRIMARY KEY(`shard`, `device`, `number`, `hash`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `commands_line` ON `commands` (`shard`,`n`);--> statement-breakpoint
CREATE INDEX `commands_number` ON `commands` (`device`,`number`);--> statement-breakpoint
CREATE INDEX `commands_record` ON `commands` (`shard`,`record`);--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`max_number` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `devices_account` ON `devices` (`account`);--> statement-breakpoint
CREATE TABLE `eras` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`cause` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`shard` text NOT NULL,
	`account` text NOT NULL,
	`view` text NOT NULL,
	`peran` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`shard`, `account`, `view`, `peran`, `since`),
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_account` ON `grants` (`account`);--> statement-breakpoint
CREATE TABLE `known_browsers` (
	`account` text NOT NULL,
	`mark` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`account`, `mark`),
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `photos` (
	`owner` text NOT NULL,
	`sha` text NOT NULL,
	`size` integer NOT NULL,
	`mime` text,
	`received` integer NOT NULL,
	`state` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`owner`, `sha`)
);
--> statement-breakpoint
CREATE TABLE `records` (
	`shard` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`owner` text NOT NULL,
	`n` integer NOT NULL,
	`head` text NOT NULL,
	`state` text NOT NULL,
	`content` text NOT NULL,
	`deleted` integer NOT NULL,
	`variants` text NOT NULL,
	PRIMARY KEY(`shard`, `id`)
);
--> statement-breakpoint
CREATE INDEX `records_changes` ON `records` (`shard`,`n`);--> statement-breakpoint
CREATE INDEX `records_own_changes` ON `records` (`shard`,`owner`,`n`);--> statement-breakpoint
CREATE INDEX `records_kind` ON `records` (`shard`,`kind`,`owner`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`device`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `shards` (
	`id` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`h` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `throttles_since` ON `throttles` (`since`);