using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Data;

/// <summary>The one database, the same model on SQLite and PostgreSQL. Writes go through <see cref="UnitOfWork"/>.</summary>
public sealed class LearningDb(DbContextOptions<LearningDb> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<SignInCode> SignInCodes => Set<SignInCode>();
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<Series> Series => Set<Series>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SessionDate> SessionDates => Set<SessionDate>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<SentInvite> SentInvites => Set<SentInvite>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<AuditEntry> AuditTrail => Set<AuditEntry>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        // Words in the table, not numbers: readable in any tool, and a reordered enum changes nothing.
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(LearningDb).Assembly);
}
