using BetterTogether.Learning.Domain.Reviews;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>A review as one caller may see it. The desk sees status and days: no text is even loaded for it.</summary>
/// <param name="Seat">Side null: the desk, or the line manager at home during a secondment.</param>
public sealed record ReviewSheet(ReviewSeat Seat, Cycle Cycle, DateOnly Today, string PostTitle)
{
    public Review Review => Seat.Review;
    public ReviewSide? Side => Seat.Side;
    public bool TakesPart => Side is not null;
    public bool IsMine => Side == ReviewSide.Employee;
    public bool IsHome => Side is null && Seat.Home == Seat.CallerId;
    public bool IsLate => Review.IsLate(Today);
    public string OtherName => IsMine ? Seat.Lead?.Name ?? "your line manager" : Seat.Employee.Name;

    /// <summary>The link of the navigation that leads here.</summary>
    public string Under => IsMine ? Links.MyReview : TakesPart || IsHome || CounterSigns ? Links.MyPeople : Links.Desk;

    /// <summary>The reader is asked to read the outcome, and has nothing else before them.</summary>
    public bool CounterSigns { get; init; }
    /// <summary>Who reads the outcome once both have confirmed it; null where the council wants nobody to, or nobody is there.</summary>
    public string? CounterSigner { get; init; }
    public ReviewPreparation? Mine { get; init; }
    /// <summary>What the other side has shared, newest first: a former manager's stays, under their name.</summary>
    public IReadOnlyList<SharedPreparation> Theirs { get; init; } = [];
    public IReadOnlyList<ReviewRecord> Records { get; init; } = [];
    public IReadOnlyList<Noted> Comments { get; init; } = [];
    public IReadOnlyList<Noted> HandOvers { get; init; } = [];
    public IReadOnlyList<Reading> Readings { get; init; } = [];
    public MidYearTalk? MidYear { get; init; }
    /// <summary>Names of those who confirmed, wrote or reopened, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public IEnumerable<ReviewSide> ConfirmedBy
    {
        get
        {
            if (Review.EmployeeConfirmedAtUtc is not null) { yield return ReviewSide.Employee; }
            if (Review.ManagerConfirmedAtUtc is not null) { yield return ReviewSide.Manager; }
        }
    }
}

public sealed record SharedPreparation(string Author, string Text, DateTime SharedAtUtc);

/// <summary>Somebody's words beside the review.</summary>
public sealed record Noted(string Author, string Text, DateTime AtUtc);

public sealed record Reading(string Reader, DateOnly Day);
