using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Sessions;

public sealed class CheckedTests
{
    private static readonly SessionDetails Good = A.Details();

    public static TheoryData<string, SessionDetails, string> Wrong => new()
    {
        { "too-long", Good with { Title = new string('x', 10_000) }, "Title" },
        { "too-long", Good with { Description = new string('x', SessionDetails.LongestText + 1) }, "Description" },
        { "too-long", Good with { CostCode = new string('x', 51) }, "CostCode" },
        { "text-wrong", Good with { Title = "Life story\nBcc: all@demo.example" }, "Title" },
        { "text-wrong", Good with { Place = "Room 2\r\nBcc: all@demo.example" }, "Place" },
        { "link-wrong", Good with { JoinUrl = "teams.example/abc" }, "JoinUrl" },
        { "link-wrong", Good with { JoinUrl = "javascript:alert(1)" }, "JoinUrl" },
        { "link-wrong", Good with { JoinUrl = "ftp://files.example/abc" }, "JoinUrl" },
        { "link-wrong", Good with { JoinUrl = "/my-bookings" }, "JoinUrl" },
        { "capacity-wrong", Good with { Capacity = 0 }, "Capacity" },
        { "capacity-wrong", Good with { Capacity = -1 }, "Capacity" },
        { "capacity-wrong", Good with { Capacity = 1001 }, "Capacity" },
        { "dates-to-complete-wrong", Good with { DatesToComplete = 2 }, "DatesToComplete" },
        { "dates-to-complete-wrong", Good with { DatesToComplete = 0 }, "DatesToComplete" },
        { "dates-wrong", Good with { Dates = [] }, "Dates" },
        { "dates-wrong", Good with { Dates = [.. Enumerable.Range(0, 31).Select(i => A.Period(A.Start.AddDays(i)))] }, "Dates" },
        { "ends-before-start", Good with { Dates = [A.Period(A.Start, -30)] }, "Dates" },
        { "ends-before-start", Good with { Dates = [A.Period(A.Start, 0)] }, "Dates" },
        { "too-long-a-day", Good with { Dates = [A.Period(A.Start, 24 * 60 + 1)] }, "Dates" },
        { "dates-overlap", Good with { Dates = [A.Period(A.Start.AddMinutes(89)), A.Period(A.Start)] }, "Dates" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_in_itself_is_said_with_its_field(string code, SessionDetails details, string field)
    {
        var no = Assert.IsType<Invalid>(details.Checked().Refusal);

        Assert.Equal((code, field), (no.Code, no.Field));
    }

    [Fact]
    public void A_NUL_is_refused_before_a_database_refuses_it() => Assert.Equal("text-wrong", (Good with { Description = "No\0thing" }).Checked().Refusal?.Code);

    public static TheoryData<SessionDetails> Right => new()
    {
        Good with { Title = "<script>alert(1)</script>" },
        Good with { Title = new string('x', SessionDetails.LongestTitle) },
        Good with { Description = "One line,\r\n\tand another" },
        Good with { JoinUrl = "https://teams.example/abc?x=1" },
        Good with { Capacity = 1 },
        Good with { Capacity = 1000 },
        Good with { Dates = [A.Period(A.Start), A.Period(A.Start.AddMinutes(90))], DatesToComplete = 2 },
    };

    [Theory, MemberData(nameof(Right))]
    public void What_is_right_is_kept_as_it_is(SessionDetails details)
    {
        var kept = details.Checked().Value;

        Assert.Equal((details.Title, details.Description, details.JoinUrl, details.Capacity), (kept.Title, kept.Description, kept.JoinUrl, kept.Capacity));
    }

    [Fact]
    public void Text_is_trimmed_tags_are_told_apart_and_dates_put_in_order()
    {
        var (early, late) = (A.Period(A.Start), A.Period(A.Start.AddDays(7)));

        var kept = (Good with { Title = "  Life story work ", Place = "  ", Tags = "play, , Attachment,play ,attachment", Dates = [late, early] }).Checked().Value;

        Assert.Equal(("Life story work", null, "play, Attachment"), (kept.Title, kept.Place, kept.Tags));
        Assert.Equal([early, late], kept.Dates);
    }
}
