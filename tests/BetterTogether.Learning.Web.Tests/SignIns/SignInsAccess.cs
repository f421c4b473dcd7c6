using BetterTogether.Learning.Web.Tests.Access;

namespace BetterTogether.Learning.Web.Tests.SignIns;

internal sealed class SignInsAccess : IAccess
{
    public IEnumerable<AccessRow> Rows =>
    [
        //                                                        Nobody Owner Other Manager OtherManager Trainer Facilitator OtherFacilitator Desk Administrator
        new("GET  /sign-in",                                      "y y y y y y y y y y"),
        new("POST /sign-in",                                      "s! s! s! s! s! s! s! s! s! s!", "Email={colleague}"), // on to /sign-in/code
        new("POST /sign-in?handler=Demo",                         "y y y y y y y y y y", "demo={colleague}"), // in Development only
        new("GET  /sign-in/code",                                 "s s s s s s s s s s"), // nobody has asked for a code
        new("POST /sign-in/code",                                 "s s s s s s s s s s"),
        new("POST /sign-in/code?handler=Another",                 "s s s s s s s s s s"),
        new("POST /dev/sign-in",                                  "y y y y y y y y y y", "email={colleague}"),
        new("GET  /sign-out",                                     "s y y y y y y y y y"),
        new("POST /sign-out",                                     "s y y y y y y y y y"),
        new("GET  /sign-out/everywhere",                          "s y y y y y y y y y"),
        new("POST /sign-out/everywhere",                          "s s! s! s! s! s! s! s! s! s!"), // done, and then at the sign-in page
    ];
}
