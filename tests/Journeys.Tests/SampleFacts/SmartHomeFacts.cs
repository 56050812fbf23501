using AgentScaler.Environments.Values;

namespace AgentScaler.Journeys.Tests.SampleFacts;

public sealed class SmartHomeFacts(SampleWorlds worlds) : ServiceFacts(worlds)
{
    [Fact]
    public void A_device_is_turned_on_and_off() => Holds(world =>
    {
        var device = Online(world, "light");
        world.Do("turn_on", ("device_id", device["device_id"]));
        Has(Device(world, device), "power", "on");
        world.Do("turn_off", ("device_id", device["device_id"]));
        Has(Device(world, device), "power", "off");
    });

    [Fact]
    public void A_device_that_is_offline_cannot_be_turned_on_or_off() => Holds(world =>
    {
        world.Refused("turn_on", ("device_id", Some(Devices(world), Off("off"), "offline device that is off")["device_id"]));
        world.Refused("turn_off", ("device_id", Some(Devices(world), Off("on"), "offline device that is on")["device_id"]));
    });

    [Fact]
    public void The_brightness_of_a_light_is_set() => Holds(world =>
    {
        var light = Online(world, "light");
        world.Do("set_brightness", ("device_id", light["device_id"]), ("brightness", 35));
        Has(Device(world, light), "brightness", 35);
        Same(light, Device(world, light), "brightness");
    });

    [Fact]
    public void Only_a_light_has_its_brightness_set() => Holds(world =>
        world.Refused("set_brightness", ("device_id", Online(world, "speaker")["device_id"]), ("brightness", 35)));

    [Fact]
    public void The_brightness_of_a_light_that_is_offline_is_not_set() => Holds(world => world.Refused("set_brightness", ("device_id",
        Some(Devices(world), device => With("kind", "light")(device) && !device["online"].IsTrue, "offline light")["device_id"]), ("brightness", 35)));

    [Fact]
    public void Only_a_thermostat_has_its_temperature_set() => Holds(world =>
    {
        var thermostat = Kind(world, "thermostat");
        world.Do("set_temperature", ("device_id", thermostat["device_id"]), ("target_temperature", 19.5));
        Has(Device(world, thermostat), "target_temperature", 19.5);
        world.Refused("set_temperature", ("device_id", Kind(world, "light")["device_id"]), ("target_temperature", 19.5));
    });

    [Fact]
    public void A_temperature_lies_between_5_and_30_degrees() => Holds(world =>
        world.Senseless("set_temperature", ("device_id", Kind(world, "thermostat")["device_id"]), ("target_temperature", 31)));

    [Fact]
    public void A_name_belongs_to_one_device() => Holds(world =>
    {
        var devices = Devices(world);
        world.Do("rename_device", ("device_id", devices[0]["device_id"]), ("name", "Reading lamp"));
        Has(Device(world, devices[0]), "name", "Reading lamp");
        world.Refused("rename_device", ("device_id", devices[1]["device_id"]), ("name", "Reading lamp"));
    });

    [Fact]
    public void A_device_moves_to_another_room() => Holds(world =>
    {
        var device = Devices(world)[0];
        world.Do("move_device", ("device_id", device["device_id"]), ("room", "Attic"));
        Same(device, Device(world, device), "room");
        Some(world.List("list_devices", ("room", "Attic")), With("device_id", device["device_id"]), "such device");
    });

    [Fact]
    public void A_door_is_locked_once() => Holds(world =>
    {
        var door = Some(Devices(world), device => With("kind", "lock")(device) && With("locked", false)(device), "open lock");
        world.Do("lock_door", ("device_id", door["device_id"]));
        Has(Device(world, door), "locked", true);
        world.Refused("lock_door", ("device_id", door["device_id"]));
    });

    [Fact]
    public void A_door_is_unlocked_once() => Holds(world =>
    {
        var door = Some(Devices(world), device => With("kind", "lock")(device) && With("locked", true)(device), "locked lock");
        world.Do("unlock_door", ("device_id", door["device_id"]));
        Has(Device(world, door), "locked", false);
        world.Refused("unlock_door", ("device_id", door["device_id"]));
    });

    [Fact]
    public void A_new_scene_is_enabled_and_empty_and_has_a_name_of_its_own() => Holds(world =>
    {
        var scene = Create(world);
        Has(scene, "enabled", true);
        Has(scene, "device_count", 0);
        Assert.Empty(InScene(world, scene));
        world.Refused("create_scene", ("name", "Film night"));
    });

    [Fact]
    public void A_device_that_is_added_to_a_scene_is_counted_and_turned_on_in_it() => Holds(world =>
    {
        var scene = Create(world);
        Add(world, scene, Devices(world)[0]);
        Has(Scene(world, scene), "device_count", 1);
        Has(Assert.Single(InScene(world, scene)), "power", "on");
    });

    [Fact]
    public void A_device_is_in_a_scene_once() => Holds(world =>
    {
        var scene = Create(world);
        Add(world, scene, Devices(world)[0]);
        world.Refused("add_device_to_scene", ("scene_id", scene["scene_id"]), ("device_id", Devices(world)[0]["device_id"]));
    });

    [Fact]
    public void A_scene_takes_devices_that_exist() => Holds(world =>
    {
        world.NotFound("add_device_to_scene", ("scene_id", Create(world)["scene_id"]), ("device_id", "nothing"));
        world.NotFound("add_device_to_scene", ("scene_id", "nothing"), ("device_id", Devices(world)[0]["device_id"]));
    });

    [Fact]
    public void A_device_that_is_removed_from_a_scene_is_no_longer_counted() => Holds(world =>
    {
        var scene = Create(world);
        Add(world, scene, Devices(world)[0]);
        Add(world, scene, Devices(world)[1]);
        Remove(world, scene, Devices(world)[0]);
        Has(Scene(world, scene), "device_count", 1);
        Has(Assert.Single(InScene(world, scene)), "device_id", Devices(world)[1]["device_id"]);
    });

    [Fact]
    public void A_device_that_is_not_in_a_scene_is_not_removed() => Holds(world =>
    {
        var answer = world.Call("remove_device_from_scene", ("scene_id", Create(world)["scene_id"]), ("device_id", Devices(world)[0]["device_id"]));
        Assert.False(answer.Ok);
    });

    [Fact]
    public void The_devices_of_a_scene_stay_when_it_is_deleted() => Holds(world =>
    {
        var scene = Create(world);
        Add(world, scene, Devices(world)[0]);
        var devices = Devices(world);
        world.Do("delete_scene", ("scene_id", scene["scene_id"]));
        Assert.Equal(devices, Devices(world));
        Assert.DoesNotContain(world.List("list_scenes"), With("scene_id", scene["scene_id"]).Invoke);
        Assert.Empty(world.Call("list_scene_devices", ("scene_id", scene["scene_id"])) is { Ok: true } answer ? answer.Result["devices"].AsArray.ToArray() : []);
    });

    [Fact]
    public void The_number_of_devices_of_a_scene_is_the_number_that_is_listed() => Holds(world =>
        Assert.All(world.List("list_scenes"), scene => Has(scene, "device_count", InScene(world, scene).Count)));

    private static Func<Value, bool> Off(string power) => device => With("online", false)(device) && With("power", power)(device);

    private static Value Create(SampleWorld world) => world.Do("create_scene", ("name", "Film night"));

    private static void Add(SampleWorld world, Value scene, Value device) =>
        world.Do("add_device_to_scene", ("scene_id", scene["scene_id"]), ("device_id", device["device_id"]));

    private static void Remove(SampleWorld world, Value scene, Value device) =>
        world.Do("remove_device_from_scene", ("scene_id", scene["scene_id"]), ("device_id", device["device_id"]));

    private static Value Scene(SampleWorld world, Value scene) => Some(world.List("list_scenes"), With("scene_id", scene["scene_id"]), "such scene");

    private static IReadOnlyList<Value> InScene(SampleWorld world, Value scene) => world.List("list_scene_devices", ("scene_id", scene["scene_id"]));

    private static Value Device(SampleWorld world, Value device) => world.Do("get_device", ("device_id", device["device_id"]));

    private static Value Online(SampleWorld world, string kind) =>
        Some(Devices(world), device => With("kind", kind)(device) && device["online"].IsTrue, kind + " that is online");

    private static Value Kind(SampleWorld world, string kind) => Some(Devices(world), With("kind", kind), kind);

    private static IReadOnlyList<Value> Devices(SampleWorld world) =>
        [.. world.List("list_devices").Select(device => world.Do("get_device", ("device_id", device["device_id"])))];
}
