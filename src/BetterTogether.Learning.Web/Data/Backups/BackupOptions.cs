namespace BetterTogether.Learning.Web.Data.Backups;

/// <summary>Settings <c>Backup__*</c>; they are for SQLite, PostgreSQL has tools of its own.</summary>
public sealed class BackupOptions
{
    /// <summary>When the nightly backup is due, by London's clock.</summary>
    public TimeOnly At { get; set; } = new(2, 30);

    /// <summary>How many backups stay; 0 switches the nightly backup off.</summary>
    public int Keep { get; set; } = 14;
}
