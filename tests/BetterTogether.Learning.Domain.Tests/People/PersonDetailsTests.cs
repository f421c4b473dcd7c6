using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Domain.Tests.People;

public sealed class PersonDetailsTests
{
    private static readonly PersonDetails Good = new("Ada Okafor", "ada@demo.example");

    public static TheoryData<string, PersonDetails, string> Wrong => new()
    {
        { "name-missing", Good with { Name = "  " }, "Name" },
        { "text-wrong", Good with { Name = "Ada\r\nBcc: all@demo.example" }, "Name" },
        { "too-long", Good with { Name = new string('x', 201) }, "Name" },
        { "too-long", Good with { Team = new string('x', 201) }, "Team" },
        { "email-wrong", Good with { Email = "" }, "Email" },
        { "email-wrong", Good with { Email = "ada" }, "Email" },
        { "email-wrong", Good with { Email = "ada@" }, "Email" },
        { "email-wrong", Good with { Email = "a da@demo.example" }, "Email" },
        { "email-wrong", Good with { Email = "ada@demo.example, eve@demo.example" }, "Email" },
        { "email-wrong", Good with { Email = "ädä@demo.example" }, "Email" }, // no mail would reach her
        { "email-wrong", Good with { Email = "Ada <ada@demo.example>" }, "Email" },
        { "email-wrong", Good with { Email = "ada@demo.example\nBcc: eve@demo.example" }, "Email" },
        { "last-day-missing", Good with { Employment = Employment.Agency }, "LastDay" },
        { "organisation-missing", Good with { Employment = Employment.Partner, Organisation = " " }, "Organisation" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_with_its_field(string code, PersonDetails details, string field) =>
        Assert.Equal((code, field), (details.Checked().Refusal?.Code, details.Checked().Refusal?.Field));

    [Fact]
    public void Addresses_are_kept_in_lower_case_and_text_trimmed()
    {
        var kept = new PersonDetails(" Ada Okafor ", " ADA.O'Kafor@Demo.Example ", Team: " ").Checked().Value;

        Assert.Equal(("Ada Okafor", "ada.o'kafor@demo.example", null), (kept.Name, kept.Email, kept.Team));
    }

    [Theory]
    [InlineData("2026-07-01", false)] // 23:30 UTC is the 2nd in London
    [InlineData("2026-07-02", true)]
    public void An_agency_worker_is_here_to_the_end_of_the_London_day(string lastDay, bool here) =>
        Assert.Equal(here, new Person(A.Desk, Good with { Employment = Employment.Agency, LastDay = A.Day(lastDay) }).IsHere(A.Now));

    [Fact]
    public void Who_was_deactivated_is_not_here()
    {
        var person = A.Person();
        person.Deactivate();

        Assert.False(person.IsHere(A.Now));
    }
}
