using System.Text.Json;
using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Domain.Tests.Circles;

public sealed class FormatTests
{
    private static readonly CircleFormat Plain = new("mine", "Mine", "", [new("One", "A prompt", StageMode.Sequential, 5), new("Two", "A prompt", StageMode.Sequential, 5)]);

    public static TheoryData<string> Keys => [.. CircleFormats.All.Select(f => f.Key)];

    [Fact]
    public void The_five_formats_are_there() => Assert.Equal(["checkIn", "listening", "leadersListening", "problemSolving", "learning"], CircleFormats.All.Select(f => f.Key));

    [Theory, MemberData(nameof(Keys))]
    public void Ours_keep_to_the_rules_for_the_desks(string key) => Assert.Null(FormatRules.Checked(CircleFormats.Find(key)!).Refusal);

    [Theory, MemberData(nameof(Keys))]
    public void Ours_can_be_held_from_the_first_stage_to_the_last(string key)
    {
        var room = new Room(key, 5, (p, i) => i switch { 1 => p with { Role = SeatRole.Bringer }, 2 => p with { Role = SeatRole.Listener }, _ => p }).Started();
        do { room.Turns(); } while (room.NextStage() is null);

        Assert.Equal(room.State.Format.Stages[^1].Title, room.See(1).Stage.Title);
        Assert.Null(room.Close());
    }

    [Theory, MemberData(nameof(Keys))]
    public void A_format_goes_through_json_and_back(string key)
    {
        var json = JsonSerializer.Serialize(CircleFormats.Find(key), CircleJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<CircleFormat>(json, CircleJson.Options), CircleJson.Options));
    }

    [Fact]
    public void Problem_solving_takes_about_45_minutes_and_ends_with_a_record()
    {
        var format = CircleFormats.Find("problemSolving")!;

        Assert.InRange(format.Stages.Sum(s => s.Minutes), 36, 46);
        Assert.True(format is { GroupSupervision: true, NeedsBringer: true });
    }

    public static TheoryData<string, string, Func<Stage, Stage>> Wrong => new()
    {
        { "text-needed", "Title", s => s with { Title = " " } },
        { "too-long", "Title", s => s with { Title = new string('a', 81) } },
        { "text-needed", "Prompt", s => s with { Prompt = "" } },
        { "too-long", "Prompt", s => s with { Prompt = new string('a', 301) } },
        { "text-wrong", "Prompt", s => s with { Prompt = "a\nb" } },
        { "minutes-wrong", "Minutes", s => s with { Minutes = 0 } },
        { "minutes-wrong", "Minutes", s => s with { Minutes = 181 } },
        { "silence-wrong", "SilenceSeconds", s => s with { SilenceSeconds = 121 } },
        { "stage-wrong", "Mode", s => s with { Mode = (StageMode)99 } },
        { "speakers-wrong", "Speakers", s => s with { Mode = StageMode.Silent, Speakers = Speakers.Facilitators } },
        { "begins-wrong", "Begins", s => s with { Speakers = Speakers.Listener, Begins = Begins.Facilitator } },
        { "begins-wrong", "Begins", s => s with { Mode = StageMode.Popcorn, Begins = Begins.Volunteer } },
        { "choice-wrong", "OnChoice", s => s with { OnChoice = GroupChoice.NothingMore } },
        { "choice-wrong", "OnChoice", s => s with { OnChoice = GroupChoice.Actions } },
        { "choice-wrong", "Exit", s => s with { Exit = StageExit.GroupChoice } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_refusal_names_the_stage_and_the_field(string code, string field, Func<Stage, Stage> change)
    {
        var no = FormatRules.Checked(Plain with { Stages = [Plain.Stages[0], change(Plain.Stages[1])] }).Refusal;

        Assert.Equal((code, $"Stages[1].{field}"), (no?.Code, no?.Field));
    }

    [Fact]
    public void A_format_has_a_title_and_stages()
    {
        Assert.Equal("Title", FormatRules.Checked(Plain with { Title = "" }).Refusal!.Field);
        Assert.Equal("Stages", FormatRules.Checked(Plain with { Stages = [] }).Refusal!.Field);
        Assert.Equal("Stages", FormatRules.Checked(Plain with { Stages = [.. Enumerable.Repeat(Plain.Stages[0], 21)] }).Refusal!.Field);
        Assert.Equal("Mine", FormatRules.Checked(Plain with { Title = " Mine " }).Value.Title);
    }
}
