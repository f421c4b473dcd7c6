using BetterTogether.Learning.Domain.Cpd;

namespace BetterTogether.Learning.Domain.Tests.Cpd;

public sealed class CpdEntryTests
{
    private static readonly Guid Me = A.PersonId();
    private static readonly CpdDetails Whole = new(CpdKind.Reflection, "Silence", A.Day("2026-07-01"), "It needs time", "I wait longer", Headings: ["pcf/6"]);

    [Theory]
    [InlineData(null, null, false, null)]
    [InlineData(null, null, true, "learnt-missing")]
    [InlineData("learnt", null, true, "impact-missing")]
    [InlineData(" ", "impact", true, "learnt-missing")]
    [InlineData("learnt", "impact", true, null)]
    public void Ready_says_what_was_learnt_and_what_it_changes(string? learnt, string? impact, bool ready, string? code) =>
        Assert.Equal(code, CpdEntry.Add(Me, Whole with { Learnt = learnt, Impact = impact }, ready, null, A.Now).Refusal?.Code);

    [Theory, InlineData("2026-07-02", null), InlineData("2026-07-03", "date-wrong"), InlineData("1999-12-31", "date-wrong")]
    public void It_has_happened(string on, string? code) => Assert.Equal(code, CpdEntry.Add(Me, Whole with { On = A.Day(on) }, false, null, A.Now).Refusal?.Code);

    [Fact]
    public void Draft_ready_copied_and_ready_again_when_it_is_written_anew()
    {
        var entry = CpdEntry.Add(Me, Whole, ready: false, null, A.Now).Value;
        Assert.Equal("cpd-not-ready", entry.Copy(A.Day("2026-07-02"), A.Now).Refusal?.Code);

        entry.Write(Whole, ready: true, entry.Version, A.Now);
        Assert.Equal(CpdStatus.Ready, entry.Status);
        Assert.Equal("copied-date-wrong", entry.Copy(A.Day("2026-07-03"), A.Now).Refusal?.Code);
        Assert.Equal("copied-date-wrong", entry.Copy(A.Day("2026-06-30"), A.Now).Refusal?.Code);
        entry.Copy(A.Day("2026-07-02"), A.Now);
        Assert.Equal((CpdStatus.Copied, A.Day("2026-07-02")), (entry.Status, entry.CopiedOn));

        entry.Write(Whole, ready: true, entry.Version, A.Now);
        Assert.Equal(CpdStatus.Copied, entry.Status);
        entry.Write(Whole with { Impact = "I wait much longer" }, ready: true, entry.Version, A.Now);
        Assert.Equal((CpdStatus.Ready, (DateOnly?)null), (entry.Status, entry.CopiedOn));
    }

    [Fact]
    public void Two_windows_do_not_overwrite_each_other()
    {
        var entry = CpdEntry.Add(Me, Whole, ready: false, null, A.Now).Value;
        var version = entry.Version;
        entry.Write(Whole with { Learnt = "first" }, false, version, A.Now);

        Assert.Equal("cpd-changed", entry.Write(Whole with { Learnt = "second" }, false, version, A.Now).Refusal?.Code);
        Assert.Equal("first", entry.Learnt);
        Assert.True(entry.Says(Whole with { Learnt = "first" }, ready: false, A.Day("2026-07-02")));
    }

    [Theory, InlineData(0, 0, "2 more pieces and a reflection with a peer"), InlineData(1, 1, "1 more piece"), InlineData(2, 0, "a reflection with a peer"), InlineData(3, 2, "nothing")]
    public void A_checklist_says_what_is_missing(int ready, int withPeer, string missing)
    {
        var progress = new Checklist("social-work", "Registered social worker", ["social worker"], 2, 1, [], null).Progress(ready, withPeer);

        Assert.Equal((missing, missing == "nothing"), (progress.MissingWords, progress.IsDone));
    }

    [Theory, InlineData("2027-03-31", true), InlineData("2027-04-01", false), InlineData("2014-10-31", false)]
    public void A_framework_is_in_force_from_day_to_day(string day, bool inForce) =>
        Assert.Equal(inForce, new Framework("kss", "Child and family knowledge and skills", A.Day("2014-11-01"), A.Day("2027-03-31"), []).IsInForce(A.Day(day)));
}
