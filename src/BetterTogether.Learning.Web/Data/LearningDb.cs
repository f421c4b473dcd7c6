using BetterTogether.Learning.Domain.Bookings;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.SessionReminders;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Web.Features.Circles;
using Microsoft.EntityFrameworkCore;
using HandOver = BetterTogether.Learning.Domain.Reviews.HandOver; // a circle hands over too

namespace BetterTogether.Learning.Web.Data;

/// <summary>The one database, the same model on SQLite and PostgreSQL. Writes go through <see cref="UnitOfWork"/>.</summary>
public sealed class LearningDb(DbContextOptions<LearningDb> options) : DbContext(options)
{
    /// <summary>What is done once the decision is committed, and never where it is not. <see cref="UnitOfWork"/> empties it: contexts are used again.</summary>
    public List<Action> OnceCommitted { get; } = [];

    public DbSet<Person> People => Set<Person>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<AwayPeriod> AwayPeriods => Set<AwayPeriod>();
    public DbSet<Cycle> Cycles => Set<Cycle>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<ReviewPreparation> ReviewPreparations => Set<ReviewPreparation>();
    public DbSet<ReviewRecord> ReviewRecords => Set<ReviewRecord>();
    public DbSet<ReviewComment> ReviewComments => Set<ReviewComment>();
    public DbSet<ReviewReading> ReviewReadings => Set<ReviewReading>();
    public DbSet<ReviewReminder> ReviewReminders => Set<ReviewReminder>();
    public DbSet<HandOver> HandOvers => Set<HandOver>();
    public DbSet<MidYearTalk> MidYearTalks => Set<MidYearTalk>();
    public DbSet<DueException> DueExceptions => Set<DueException>();
    public DbSet<SignInCode> SignInCodes => Set<SignInCode>();
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<Series> Series => Set<Series>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<SessionDate> SessionDates => Set<SessionDate>();
    public DbSet<Booking> Bookings => Set<Booking>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<Agreements> Agreements => Set<Agreements>();
    public DbSet<CheckInQuestion> CheckInQuestions => Set<CheckInQuestion>();
    public DbSet<QuickCheckIn> QuickCheckIns => Set<QuickCheckIn>();
    public DbSet<CircleFeedback> CircleFeedback => Set<CircleFeedback>();
    public DbSet<LeaderAnswer> LeaderAnswers => Set<LeaderAnswer>();
    public DbSet<SupervisionRecord> SupervisionRecords => Set<SupervisionRecord>();
    public DbSet<OwnFormat> OwnFormats => Set<OwnFormat>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();
    public DbSet<OutboxPause> OutboxPauses => Set<OutboxPause>();
    public DbSet<SuspectAddress> SuspectAddresses => Set<SuspectAddress>();
    public DbSet<SentInvite> SentInvites => Set<SentInvite>();
    public DbSet<Objective> Objectives => Set<Objective>();
    public DbSet<ObjectiveEntry> ObjectiveEntries => Set<ObjectiveEntry>();
    public DbSet<ObjectiveBooking> ObjectiveBookings => Set<ObjectiveBooking>();
    public DbSet<NothingToWrite> NothingToWrite => Set<NothingToWrite>();
    public DbSet<SentNudge> Nudges => Set<SentNudge>();
    public DbSet<CpdEntry> CpdEntries => Set<CpdEntry>();
    public DbSet<CpdSetAside> CpdSetAside => Set<CpdSetAside>();
    public DbSet<CpdChoice> CpdChoices => Set<CpdChoice>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<ReminderPlan> ReminderPlans => Set<ReminderPlan>();
    public DbSet<SentReminder> SentReminders => Set<SentReminder>();
    public DbSet<StoredCircle> Circles => Set<StoredCircle>();
    public DbSet<StoredSeat> CircleSeats => Set<StoredSeat>();
    public DbSet<CircleStep> CircleSteps => Set<CircleStep>();
    public DbSet<CircleLease> CircleLeases => Set<CircleLease>();
    public DbSet<SafetyText> SafetyTexts => Set<SafetyText>();
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
