namespace AgentScaler.Materialization.Tests.Adopted;

/// <summary>
/// Tools that change what a user's own database keeps once, and name it by what they take and tell. Each case cites a boiler's service, a tool and a call.
/// </summary>
public sealed class SingleThingTests
{
    private const string Boiler = "{'burner_state':'off','water_level':40,'_targetPressure':2,'room_temperature':20,'fan_mode':'low','door_lock':'locked',"
        + "'wifi_enabled':false,'wifi_connected':false,'owner':{'first_name':'Ada','city':'Ulm'},'purse':{'purse_id':7,'balance':10}}";

    [Theory]
    [InlineData("start_burner() -> {burner_state: off|running}", "start_burner {}", "burner_state = 'running'", "the verb leads to one of the stated values")]
    [InlineData("set_burner(mode!: START|HALT) -> {burnerState: off|running|halted}", "set_burner {'mode':'HALT'}", "burner_state = 'halted'",
        "an argument stands for a value in other words")]
    [InlineData("set_burner(mode!: off|running|auto) -> {burnerState: off|running}", "set_burner {'mode':'running'}", "burner_state = 'running'",
        "what the answer tells is meant, not another mode")]
    [InlineData("lock_door(unlock!: bool) -> {doorLock: locked|unlocked}", "lock_door {'unlock':true}", "door_lock = 'unlocked'",
        "a mark that is called by a verb")]
    [InlineData("refill_boiler(waterAmount!: num) -> {waterLevel: num}", "refill_boiler {'waterAmount':2.5}", "water_level = 42.5", "filling adds")]
    [InlineData("reduce_water(waterAmount!: num) -> {waterLevel: num}", "reduce_water {'waterAmount':50}", "refused: PreconditionFailed",
        "no more flows out than is there")]
    [InlineData("adjust_climate(temperature: num, mode) -> {current_room_temperature: num, fan_mode}", "adjust_climate {'temperature':22.5}",
        "room_temperature = 22.5", "the column says more fully what the argument is")]
    [InlineData("press_pedal(depth!: num) -> {target_pressure: num}", "press_pedal {'depth':1}", "", "what a press does to a number, nobody says")]
    [InlineData("update_owner_info(first_name, city)", "update_owner_info {'city':'Bonn'}", "owner.city = 'Bonn'", "no second owner is made")]
    [InlineData("fund_purse(amount!: num) -> {new_balance: num}", "fund_purse {'amount':2.25}", "purse.balance = 12.25", "the only purse needs no name")]
    [InlineData("withdraw_money(amount!: num) -> {new_balance: num}", "withdraw_money {'amount':4}", "purse.balance = 6", "the answer tells whose money it is")]
    [InlineData("toggle_wifi()", "toggle_wifi {}", "wifi_enabled = true", "what is switched is whether it is on")]
    [InlineData("connect_wifi()", "connect_wifi {}", "wifi_connected = true", "what is connected is connected")]
    public void What_is_kept_once_is_changed_in_its_place(string tool, string call, string expected, string because) =>
        AdoptedWorld.Same(expected, Boiler, tool, call, because);

    [Theory]
    [InlineData("refill_boiler(waterAmount!: num) -> {waterLevel: num}", "refill_boiler {'waterAmount':2}", "{'waterLevel':42}", "another writing of the name")]
    [InlineData("adjust_climate(temperature: num, mode) -> {currentRoomTemperature: num, fan_mode}", "adjust_climate {'temperature':21}",
        "{'currentRoomTemperature':21,'fan_mode':'low'}", "the current value is the value")]
    [InlineData("adjust_climate(temperature!: num, mode) -> {currentHeatTemperature: num, water_level: num}", "adjust_climate {'temperature':21}",
        "{'currentHeatTemperature':21,'water_level':40}", "a member ends in what was given")]
    public void The_answer_tells_what_is_kept_now(string tool, string call, string told, string because) =>
        Assert.Equal($"{because}: {told}", $"{because}: {new AdoptedWorld(Boiler, tool).Told(call)}");
}
