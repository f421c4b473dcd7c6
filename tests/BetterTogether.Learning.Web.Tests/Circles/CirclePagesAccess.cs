using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>The pages around a circle.</summary>
internal sealed class CirclePagesAccess : IAccess
{
    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /circles",                                      "s y y y y y y y y y"),
        new("GET  /circles/agreements",                           "s y y y y y y y y y"),
        new("POST /circles/agreements",                           "s f f f f f f f y y", "Text={new-words}&BasedOn={agreements-version}"),
        new("GET  /circles/questions",                            "s y y y y y y y y y"),
        new("POST /circles/questions?handler=Add",                "s f f f f f y y y y", "Text={new-words}"),
        new("POST /circles/questions?handler=PutAway",            "s f f f f f y y y y", "id={question}&away=true"),
        new("GET  /circles/plan/{nothing}",                       "s f f f f f y y y y"),
        new("POST /circles/plan/{nothing}",                       "s f f f f f y y y y", "Form.Format=checkIn&Form.Title=Monday&Form.Date=2026-09-02&Form.Starts=10:00&Form.Minutes=15"),
        new("GET  /circles/plan/{circle}",                        "s f f f f f y n n n"),
        new("POST /circles/plan/{circle}",                        "s f f f f f y n n n", "Form.Format=checkIn&Form.Title=Tuesday&Form.Date=2026-09-02&Form.Starts=10:00&Form.Minutes=20"),
        new("GET  /circles/formats",                              "s f f f f f f f y y"),
        new("POST /circles/formats?handler=Copy",                 "s f f f f f f f y y", "key=checkIn"),
        new("POST /circles/formats?handler=PutAway",              "s f f f f f f f y y", "id={format}&away=true"),
        new("GET  /circles/formats/{format}",                     "s f f f f f f f y y"),
        new("POST /circles/formats/{format}",                     "s f f f f f f f - -", "Do=add"),
        new("GET  /circles/answers",                              "s y y y y y y y y y"),
        new("GET  /circles/left",                                 "s y y y y y y y y y"),
        new("GET  /circles/{circle}",                             "s y n n n n y n n n"),
        new("GET  /circles/{circle}?handler=Room",                "s y n n n n y n n n"),
        new("POST /circles/{circle}?handler=Act",                 "s y n n n n y n n n", "press=a&kind=consent&agreementsVersion=1"),
        new("POST /circles/{circle}?handler=Draw",                "s - n n n n - n n n"),
        new("POST /circles/{circle}?handler=Feedback",            "s - n n n n - n n n", "heard=Yes"), // asked once it is over
        new("POST /circles/{circle}?handler=Leave",               "s y n n n n y n n n"),
        new("GET  /circles/{circle}/wall",                        "s n n n n n y n n n"),
        new("POST /circles/{circle}/wall?handler=Act",            "s n n n n n - n n n", "press=a&kind=accept&for=nobody"),
        // No leader listened, nobody brought a question, no duty contact was told: what is let in there is in AfterwardsPageTests and RoomSafetyPageTests.
        new("GET  /circles/{circle}/answer",                      "s n n n n n n n n n"),
        new("POST /circles/{circle}/answer?handler=Ask",          "s n n n n n n n n n", "YouSaid=More time&DueOn=2026-09-02"),
        new("POST /circles/{circle}/answer?handler=Answer",       "s n n n n n n n n n", "WeHeard=Yes&WeWill=See"),
        new("GET  /circles/{circle}/record",                      "s n n n n n n n n n"),
        new("POST /circles/{circle}/record?handler=Write",        "s n n n n n n n n n", "Form.Present=AB&Form.Hypotheses=Tired"),
        new("POST /circles/{circle}/record?handler=Recorded",     "s n n n n n n n n n"),
        new("GET  /circles/{circle}/worries/{worry}",             "s n n n n n n n n n"),
        new("POST /circles/{circle}/worries/{worry}",             "s n n n n n n n n n", "ToldWhom=the duty team"),
        new("GET  /check-in",                                     "y y y y y y y y y y"),
        new("POST /check-in",                                     "y y y y y y y y y y", "People=5"),
        new("GET  /check-in/{check-in}",                          "y y y y y y y y y y"),
        new("POST /check-in/{check-in}?handler=Pass",             "y y y y y y y y y y", "turn=1"),
        new("POST /check-in/{check-in}?handler=Draw",             "y y y y y y y y y y"),
        new("POST /check-in/{check-in}?handler=End",              "y y y y y y y y y y"),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["new-words"] = _ => Task.FromResult($"Words {Guid.NewGuid():n}"),
        ["agreements-version"] = async world => $"{await world.App.Ask(db => Task.FromResult(db.Agreements.Max(a => (int?)a.Number) ?? 1))}",
        ["question"] = async world =>
        {
            var question = CheckInQuestion.Add($"Question {Guid.NewGuid():n}", A.Now).Value;
            await world.HasAsync(question);
            return question.Id.ToString();
        },
        ["nothing"] = _ => Task.FromResult(""),
        ["worry"] = _ => Task.FromResult("m1"),
        ["format"] = async world =>
        {
            var format = OwnFormat.CopyOf(CircleFormats.Find("checkIn")!, A.Now);
            await world.HasAsync(format);
            return format.Id.ToString();
        },
        ["check-in"] = async world =>
        {
            var checkIn = QuickCheckIn.Begin($"{Guid.NewGuid():n}", "How are you?", 5, A.Now).Value;
            await world.HasAsync(checkIn);
            return checkIn.Code;
        },
    };
}
