using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Desk;

/// <summary>The people of these tests, and the form of a new session filled in.</summary>
internal static class DeskVisitors
{
    public static async Task<Visitor> Desk(this TestApp app)
    {
        await app.HasPerson("desk@demo.example", Roles.LearningDesk);
        return await app.SignedInAs("desk@demo.example");
    }

    public static async Task<(Visitor Visitor, Person Person)> Facilitator(this TestApp app, string email = "facilitator@demo.example")
    {
        var person = await app.HasPerson(email, Roles.Facilitator);
        return (await app.SignedInAs(email), person);
    }

    public static (string Field, string Value)[] Session(params (string Field, string Value)[] other) =>
    [
        ("Form.Kind", "DirectWork"), ("Form.Title", "Life story work"), ("Form.Capacity", "12"), ("Form.Place", "Room 2"),
        ("Form.Dates[0].Date", "2026-09-02"), ("Form.Dates[0].Starts", "10:00"), ("Form.Dates[0].Ends", "11:30"),
        .. other,
    ];
}
