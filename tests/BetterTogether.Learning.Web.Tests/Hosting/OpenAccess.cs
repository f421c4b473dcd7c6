using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.Hosting;

/// <summary>What is nobody's: probes, what the law wants open, the mailbox of Development.</summary>
internal sealed class OpenAccess : IAccess
{
    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /health/live",                                  "y y y y y y y y y y"),
        new("GET  /health/ready",                                 "y y y y y y y y y y"),
        new("GET  /openapi/{document}.json",                      "y y y y y y y y y y"),
        new("GET  /privacy",                                      "y y y y y y y y y y"),
        new("GET  /accessibility",                                "y y y y y y y y y y"),
        new("GET  /error/{error}",                                "n n n n n n n n n n"), // the page that says so
        new("POST /error/{error}",                                "n n n n n n n n n n"), // a form that failed is answered there
        new("GET  /dev/mailbox",                                  "y y y y y y y y y y"),
        new("GET  /dev/mailbox/{mail}",                           "y y y y y y y y y y"),
        new("GET  /dev/mailbox/{mail}/html",                      "y y y y y y y y y y"),
    ];

    public IReadOnlyDictionary<string, Func<World, Task<string>>> Things => new Dictionary<string, Func<World, Task<string>>>
    {
        ["document"] = _ => Task.FromResult("v1"),
        ["error"] = _ => Task.FromResult("404"),
        ["mail"] = async world =>
        {
            const string name = "1.eml";
            const string mail = "Subject: Hello\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<head></head>Hello\r\n--b--\r\n";
            Directory.CreateDirectory(Path.Combine(world.App.Folder, "mail"));
            await File.WriteAllTextAsync(Path.Combine(world.App.Folder, "mail", name), mail);
            return name;
        },
    };
}
