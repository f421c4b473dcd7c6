using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>The outcome: written together, confirmed by both, locked.</summary>
public sealed partial class Review
{
    public int Version { get; private set; }
    public string Outcome { get; private set; } = "";
    public DateOnly? HeldOn { get; private set; }
    public Guid? WrittenById { get; private set; }
    public DateTime? EmployeeConfirmedAtUtc { get; private set; }
    public DateTime? ManagerConfirmedAtUtc { get; private set; }
    public Guid? ManagerConfirmedById { get; private set; }
    public string? ContentHash { get; private set; }
    public DateTime? CompletedAtUtc { get; private set; }
    /// <summary>The London day both had confirmed for the first time: reopening makes nobody late.</summary>
    public DateOnly? FirstCompletedOn { get; private set; }

    /// <summary>When somebody above said that they had read what both confirmed. It completes nothing and holds nothing up.</summary>
    public DateTime? CounterSignedAtUtc { get; private set; }
    public Guid? CounterSignedById { get; private set; }

    /// <param name="version">The one the writer began from; another one since is a clash, and neither text is lost.</param>
    /// <param name="heldOn">Null: as before, else today.</param>
    /// <param name="typing">Nobody has pressed Save: that says of no day that they talked on it, and takes back nobody's confirmation.</param>
    public Result<Review> Write(string text, int version, DateOnly? heldOn, Guid byId, DateTime nowUtc, bool typing = false)
    {
        var today = nowUtc.ToLondonDate();
        if (ReviewText.Checked(text, nameof(Outcome)) is var checkedText && checkedText.Refusal is { } wrong) { return wrong; }
        if (heldOn > today) { return new HeldInFuture(); }
        if (IsComplete) { return new ReviewComplete(); }
        if (!AnyShared) { return new NotShared(); }
        var (tidy, held) = (checkedText.Value, typing ? HeldOn : heldOn ?? HeldOn ?? today);
        // Nothing came of it yet: that would read as a conversation that took place.
        if (Version == 0 && string.IsNullOrWhiteSpace(tidy)) { return new NothingWritten(); }
        // The same words again, by a retry or by both: nothing to lose, nothing to confirm anew.
        var same = Version > 0 && tidy == Outcome;
        if (same && held == HeldOn) { return this; }
        if (typing && Status == ReviewStatus.OneConfirmed) { return new ConfirmedAsItWas(); }
        // Whoever saves what was saved while they typed it says the day; nothing is lost by that.
        if (version != Version && !(same && HeldOn is null)) { return new OutcomeChanged(tidy, Outcome, Version); }
        (Outcome, HeldOn, WrittenById) = (tidy, held, byId);
        Version++;
        ClearConfirmations();
        return this;
    }

    /// <summary>In either order; the second one completes. Confirming twice is once.</summary>
    public Result<Review> Confirm(ReviewSide side, int version, Guid byId, DateTime nowUtc)
    {
        if (IsComplete) { return version == Version ? this : new OutcomeChanged(null, Outcome, Version); }
        if (string.IsNullOrWhiteSpace(Outcome)) { return new NothingToConfirm(); }
        if (HeldOn is null) { return new HeldMissing(); }
        if (version != Version) { return new OutcomeChanged(null, Outcome, Version); }
        if (side == ReviewSide.Employee) { EmployeeConfirmedAtUtc ??= nowUtc; }
        else if (ManagerConfirmedAtUtc is null) { (ManagerConfirmedAtUtc, ManagerConfirmedById) = (nowUtc, byId); }
        if (EmployeeConfirmedAtUtc is not null && ManagerConfirmedAtUtc is not null)
        {
            CompletedAtUtc = nowUtc;
            FirstCompletedOn ??= nowUtc.ToLondonDate();
            ContentHash = Reviews.ContentHash.Of(Id, Version, HeldOn.Value, Outcome);
        }
        Settle();
        return this;
    }

    /// <summary>"I have read this"; said twice, it is the first time that counts.</summary>
    public Result<Review> CounterSign(Guid byId, DateTime nowUtc)
    {
        if (!IsComplete) { return new NotComplete(); }
        if (CounterSignedAtUtc is null) { (CounterSignedAtUtc, CounterSignedById) = (nowUtc, byId); }
        return this;
    }

    /// <summary>Opens the locked outcome again. The version that was confirmed is kept by whoever calls this.</summary>
    public Result<Review> Reopen(string? reason)
    {
        if (!IsComplete) { return new NotComplete(); }
        if (string.IsNullOrWhiteSpace(reason)) { return new Invalid("reason-missing", "Say why it needs opening again. Both of you will read it here.", "Reason"); }
        if (ReviewText.Checked(reason, "Reason", ReviewText.LongestReason).Refusal is { } wrong) { return wrong; }
        (CompletedAtUtc, ContentHash, RecordedOn) = (null, null, null);
        (CounterSignedAtUtc, CounterSignedById) = (null, null);
        ClearConfirmations();
        return this;
    }

    private void ClearConfirmations()
    {
        (EmployeeConfirmedAtUtc, ManagerConfirmedAtUtc, ManagerConfirmedById) = (null, null, null);
        Settle();
    }
}
