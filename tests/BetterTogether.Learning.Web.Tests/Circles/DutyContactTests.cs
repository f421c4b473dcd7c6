using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>Whom a worry about somebody's safety reaches outside of a circle. Where that is nobody, nobody hears that it was sent.</summary>
public sealed class DutyContactTests
{
    private const string Facilitator = RoomWithoutScript.Facilitator;

    [Fact]
    public async Task Where_nobody_is_on_duty_the_room_offers_nobody_outside_and_gives_the_numbers()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:Safety:Outside"] = "Out of hours: 0300 000" } });
        var room = await RoomWithoutScript.PlanAsync(app);
        (await room.LookAsync("ana")).ShouldNotSay("or somebody outside").ShouldSay("During the circle you can tell Facilitator privately. To tell somebody outside, call: Out of hours: 0300 000");

        await room.BegunAsync();

        var mine = (await room.LookAsync("ana")).ShouldNotSay("Somebody outside this circle").ShouldSay("To tell somebody outside, call: Out of hours: 0300 000");
        Assert.Null(mine.Document.QuerySelector("[value=outside]"));
        var led = (await room.LookAsync(Facilitator)).ShouldSay("Nobody facilitates with you. To tell somebody outside, call: Out of hours: 0300 000");
        Assert.Null(led.Document.QuerySelector("[name=about]"));
    }

    [Theory, InlineData("safety"), InlineData("help")]
    public async Task Where_nobody_is_on_duty_nothing_is_taken_for_them_and_the_sender_hears_whom_to_call(string about)
    {
        await using var app = await TestApp.StartAsync();
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();

        var answer = (await room.As("ana").PostAsync($"{Links.ApiCircle(Guid.Parse(room.Id))}/commands", new { id = "c1", kind = "tell", about, to = "outside", text = "Somebody is not safe at home." })).Json;

        Assert.False(answer.GetProperty("accepted").GetBoolean());
        Assert.Equal("nobody-outside", answer.GetProperty("refusal").GetProperty("code").GetString());
        Assert.Contains("Call somebody yourself (Emergency, somebody is in danger: 999)", answer.GetProperty("refusal").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(answer.GetProperty("snapshot").GetProperty("messages").EnumerateArray());
        Assert.False(await app.Ask(db => db.SafetyTexts.AnyAsync()));
    }

    [Theory, InlineData("", true), InlineData("duty@demo.example", false)]
    public async Task The_log_says_at_start_that_nobody_outside_is_reached(string contact, bool said)
    {
        var log = new LogLines(LogLevel.Warning);

        await using var app = await TestApp.StartAsync(new TestAppOptions { Environment = "Production", Settings = { ["Circles:DutyContact"] = contact }, Replace = services => services.AddSingleton<ILoggerProvider>(log) });

        Assert.Equal(said, log.All.Any(line => line.Contains("Circles__DutyContact", StringComparison.Ordinal)));
    }

    [Theory, InlineData("the duty team"), InlineData("one@demo.example, two@demo.example")]
    public async Task What_is_no_address_is_refused_at_start(string contact)
    {
        var no = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:DutyContact"] = contact } }));
        Assert.Contains("Circles__DutyContact", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_the_address_is_written_it_is_the_person_of_the_directory_who_is_told()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = { ["Circles:DutyContact"] = " Duty@Demo.Example " } });
        var room = await (await RoomWithoutScript.PlanAsync(app)).BegunAsync();
        var duty = await app.HasPerson("duty@demo.example");

        await room.PressAsync("ana", "Send it", ("about", "safety"), ("to", "outside"), ("text", "Somebody is not safe at home."));

        var mail = await app.Ask(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Template == "circles/worry-passed-on"));
        Assert.Equal((duty.Id, duty.Email, duty.Name), (mail.PersonId, mail.ToAddress, mail.ToName));
    }
}
