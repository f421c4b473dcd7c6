using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>A circle on pages alone: a facilitator and others, each with a browser in which no script runs.</summary>
internal sealed class RoomWithoutScript(TestApp app, string id, IReadOnlyDictionary<string, Visitor> visitors)
{
    public const string Facilitator = "facilitator";

    public string Id => id;
    public string Address => $"/circles/{id}";

    /// <summary>Planned by the API: facilitator@, then the others by name in the order of the ring.</summary>
    public static async Task<RoomWithoutScript> PlanAsync(TestApp app, string format = "listening", string[]? people = null, string? bringer = null, string? listener = null)
    {
        var names = people ?? ["ana", "ben"];
        await app.HasPerson($"{Facilitator}@demo.example", Roles.Facilitator);
        foreach (var name in names.Concat(new[] { bringer, listener }.OfType<string>()).Distinct()) { await app.HasPerson($"{name}@demo.example"); }
        var visitors = new Dictionary<string, Visitor>();
        foreach (var name in names.Append(Facilitator).Concat(new[] { bringer, listener }.OfType<string>()).Distinct()) { visitors[name] = await app.SignedInAs($"{name}@demo.example"); }
        var made = await visitors[Facilitator].PostAsync("/api/v1/circles", new
        {
            title = "How was our week?", format, startsAtUtc = A.Now.AddHours(1), minutes = 60,
            participantEmails = names.Select(n => $"{n}@demo.example"), bringerEmail = bringer is null ? null : $"{bringer}@demo.example", listenerEmail = listener is null ? null : $"{listener}@demo.example",
        });
        return new RoomWithoutScript(app, made.ShouldBe(System.Net.HttpStatusCode.Created).Json.GetProperty("id").GetString()!, visitors);
    }

    /// <summary>Everybody has agreed, and the circle goes.</summary>
    public async Task<RoomWithoutScript> BegunAsync()
    {
        foreach (var name in visitors.Keys) { await PressAsync(name, "I agree"); }
        await PressAsync(Facilitator, "Open the waiting room");
        foreach (var name in visitors.Keys) { await visitors[name].GetPageAsync(Address); }
        await PressAsync(Facilitator, "Begin the circle", ("_recordingOff", "true"));
        return this;
    }

    public Visitor As(string name) => visitors[name];

    public Task<Page> LookAsync(string name) => visitors[name].GetPageAsync(Address);

    public async Task<Page> PressAsync(string name, string button, params (string Field, string Value)[] fields) => await (await LookAsync(name)).SubmitAsync(button, fields);

    public async Task<Page> CloseAsync() => await PressAsync(Facilitator, "Close it for everybody", ("confirmed", "true"));

    public TestApp App => app;
}
