using BetterTogether.Learning.Web.Features.SignIns;
using BetterTogether.Learning.Web.Hosting;
using Microsoft.AspNetCore.SignalR;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>A connection outlives the request that opened it: each call asks anew whether its sign-in is still there, and ends the connection if it is not.</summary>
public sealed class SignedInFilter(SignInService signIns) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        if (await signIns.IsAliveAsync(context.User!.SignIn(), context.ConnectionAborted)) { return await next(invocationContext); }
        context.Abort();
        throw new HubException("signed-out: Your sign-in has ended. Sign in again.");
    }
}
