using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Data.Backups;

public sealed record OnlyForSqlite() : Refusal("only-for-sqlite", "This is for SQLite. For PostgreSQL there are pg-backup.sh and pg-restore.sh, see \"Running it for a council\" in the README.");

public sealed record NeedsPostgres() : Refusal("needs-postgres", "Set Database__Provider=Postgres and ConnectionStrings__Learning to the database to move to: the settings the product will run with afterwards.");

public sealed record NoSuchFile(string File) : Refusal("file-not-found", $"There is no file {File}.");

public sealed record BackupRunning() : Refusal("backup-running", "Another backup is being made. Wait until it is done.");

public sealed record ProductRunning(string Folder) : Refusal("product-running", $"The product is running on {Folder}. Stop it first.");

public sealed record Damaged(string File, string Why) : Refusal("file-damaged", $"{File} is not a sound database: {Why.TrimEnd('.')}. Nothing was changed.");

public sealed record NotOurs(string File) : Refusal("not-our-database", $"{File} is no database of this product. Nothing was changed.");

public sealed record FromNewerVersion(string File) : Refusal("newer-version", $"{File} was written by a newer version of the product. Install that version first. Nothing was changed.");

public sealed record FromOlderVersion(string File) : Refusal("older-version", $"{File} was written by an older version of the product. Start this version on it once with SQLite, which brings it up to date, then move it. Nothing was changed.");

public sealed record TargetNotEmpty(string Why) : Refusal("target-not-empty", $"The PostgreSQL database is not empty: {Why}. Give it an empty one. Nothing was changed.");

public sealed record CountsDiffer(string Why) : Refusal("counts-differ", $"Not every row arrived: {Why}. Nothing was kept of it.");
